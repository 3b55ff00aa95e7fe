/* bare_send.c: the least that a libfcgi program can do to keep an answer: reads the body, commits
 * the rows that ours commits, redirects. It checks nothing. usage: bare_send SURVEY_ID ANSWERS,
 * listening socket as file descriptor 0. */
#include "bare.h"
#include <fcgiapp.h>
#include <sys/random.h>

enum { PLACES = 5 };

/* A trigger adds the row of response_pending, as it does for ours. */
static const char add[] = "INSERT INTO response (survey_id, response_id, version, submission, "
			  "digest, received_on, answers)"
			  " VALUES (?, ?, 1, ?, ?, '2026-11-01', ?)";

static MYSQL_STMT *prepare(MYSQL *db, unsigned *survey, char (*ids)[16], char *answers)
{
	MYSQL_STMT *statement = bare_prepare(db, add);
	MYSQL_BIND in[PLACES];

	memset(in, 0, sizeof in);
	in[0].buffer_type = MYSQL_TYPE_LONG;
	in[0].buffer = survey;
	for (int i = 0; i < 3; i++) {
		in[1 + i].buffer_type = MYSQL_TYPE_BLOB;
		in[1 + i].buffer = ids[i];
		in[1 + i].buffer_length = sizeof ids[i];
	}
	in[4].buffer_type = MYSQL_TYPE_STRING;
	in[4].buffer = answers;
	in[4].buffer_length = strlen(answers);
	need(mysql_stmt_bind_param(statement, in) == 0, "bind", mysql_stmt_error(statement));
	return statement;
}

static void read_body(FCGX_Request *request)
{
	char part[4096];

	while (FCGX_GetStr(part, sizeof part, request->in) > 0)
		;
}

int main(int argc, char **argv)
{
	unsigned survey = argc == 3 ? (unsigned)atoi(argv[1]) : 0;
	char ids[3][16]; /* response, submission, digest */
	MYSQL *db = bare_connect();
	MYSQL_STMT *statement;
	FCGX_Request request;

	need(survey > 0, "usage", "bare_send SURVEY_ID ANSWERS");
	need(mysql_autocommit(db, 0) == 0, "autocommit", mysql_error(db));
	statement = prepare(db, &survey, ids, argv[2]);
	need(FCGX_Init() == 0 && FCGX_InitRequest(&request, 0, 0) == 0, "libfcgi", "cannot begin");
	while (FCGX_Accept_r(&request) == 0) {
		read_body(&request);
		need(getrandom(ids, sizeof ids, 0) == sizeof ids, "random", "none");
		need(mysql_stmt_execute(statement) == 0, "insert", mysql_stmt_error(statement));
		need(mysql_commit(db) == 0, "commit", mysql_error(db));
		FCGX_FPrintF(request.out,
			"Status: 303 See Other\r\nContent-Type: text/html; "
			"charset=utf-8\r\nCache-Control: no-store\r\n"
			"Content-Length: 0\r\nLocation: /s/fft/sent/%s\r\n\r\n",
			"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
		FCGX_Finish_r(&request);
	}
	return 0;
}
