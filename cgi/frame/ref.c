/* ref.c: random references. */
#include "ref.h"

#include <sodium.h>
#include <string.h>

/* No vowels, so that they spell nothing; nothing that looks or sounds like something else. */
static const char letters[] = "23456789BCDFGHJKMNPQRSTVWXZ";

void ref_make(char out[REF_LENGTH + 1])
{
	for (size_t i = 0; i < REF_LENGTH; i++)
		out[i] = i == 4 ? '-' : letters[randombytes_uniform(sizeof letters - 1)];
	out[REF_LENGTH] = '\0';
}

bool ref_read(const char *typed, char out[REF_LENGTH + 1])
{
	size_t n = 0;

	for (; *typed; typed++) {
		char c = *typed >= 'a' && *typed <= 'z' ? (char)(*typed - 'a' + 'A') : *typed;

		if (c == '-' || c == ' ')
			continue;
		if (n == REF_LENGTH || !strchr(letters, c))
			return false;
		if (n == 4)
			out[n++] = '-';
		out[n++] = c;
	}
	out[n] = '\0';
	return n == REF_LENGTH;
}
