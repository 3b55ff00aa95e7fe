/* bare_page.c: the least that libfcgi can do: a page that never changes. What our own first page is
 * measured against. usage: bare_page FILE, its listening socket as file descriptor 0. */
#include <fcgiapp.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	static char page[1 << 20];
	FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
	FCGX_Request request;
	size_t len;

	if (!file || FCGX_Init() != 0 || FCGX_InitRequest(&request, 0, 0) != 0)
		return 1;
	len = fread(page, 1, sizeof page, file);
	fclose(file);
	while (FCGX_Accept_r(&request) == 0) {
		FCGX_FPrintF(request.out,
			"Status: 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
			"Cache-Control: private, no-cache\r\nContent-Length: %d\r\n\r\n",
			(int)len);
		FCGX_PutStr(page, (int)len, request.out);
		FCGX_Finish_r(&request);
	}
	return 0;
}
