/* password.c: which passwords are refused. libcrack has the words and how people bend them; what it
 * misses at this length (a word and a year, a word twice) is taken off before it is asked again. */
#include "password.h"

#include <crack.h>
#include <ctype.h>
#include <string.h>
#include "buf.h"
#include "params.h"

enum {
	WORD_LEAST = 4,  /* shorter words of a name are in everything */
	RUN_LEAST = 4,   /* "1234", "qwer" */
	OTHERS_LEAST = 6 /* characters that are in no run */
};

/* Long enough for us, and in every list of stolen passwords, but in no dictionary. */
static const char *const common[] = { "letmein", "iloveyou", "changeme", "changeit", "trustno",
	"qwerty", "welcome", "password", "passphrase", "default", "secret", "liverpool", "arsenal",
	"chelsea", "manchester", "newcastle", "tottenham", "football", "sunshine", "princess",
	"charlie", "starwars", "superman", "pokemon", "blink", "summer", "winter", "autumn",
	"spring", "christmas", "january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december", "monday", "tuesday", "wednesday",
	"thursday", "friday", "saturday", "sunday", "administrator", "hospital", "surgery",
	"doctor", "nurse", "patient" };

/* What fingers do along the keyboard, the alphabet and the numbers; each is taken backwards too. */
static const char *const rows[] = { "1234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop",
	"asdfghjkl", "zxcvbnm", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm" };

static char plain_letter(char c)
{
	static const char instead[] = "@a4a3e1i!i0o5s$s7t";

	for (size_t i = 0; i + 1 < sizeof instead - 1; i += 2)
		if (c == instead[i])
			return instead[i + 1];
	return (char)tolower((unsigned char)c);
}

static char *lower(TALLOC_CTX *ctx, const char *text)
{
	char *copy = text_copy(ctx, text);

	for (char *c = copy; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	return copy;
}

/* "P4ssw0rd" and "password" are one. */
static char *plain(TALLOC_CTX *ctx, const char *text)
{
	char *copy = text_copy(ctx, text);

	for (char *c = copy; *c; c++)
		*c = plain_letter(*c);
	return copy;
}

static bool is_letter(char c)
{
	return isalpha((unsigned char)c) || (c & 0x80);
}

/* The word of `list` (words between anything but letters) that is in the password, or NULL. */
static const char *word_within(
	TALLOC_CTX *ctx, const char *list, const char *typed, const char *unbent)
{
	size_t len;

	for (const char *at = list ? list : ""; *at; at += len) {
		for (len = 0; is_letter(at[len]); len++)
			;
		if (len >= WORD_LEAST) {
			const char *word = lower(ctx, text_copyn(ctx, at, len));

			if (strstr(typed, word) || strstr(unbent, word))
				return word;
		}
		len += !len;
	}
	return NULL;
}

/* How many characters from here on follow one of the rows, forwards or backwards. */
static size_t run_length(const char *text)
{
	size_t longest = 1;

	for (size_t i = 0; i < COUNT(rows); i++)
		for (int step = -1; step <= 1; step += 2) {
			const char *at = strchr(rows[i], text[0]);
			size_t n = 1;

			while (at && text[n] && at + step >= rows[i] && at[step] == text[n]) {
				at += step;
				n++;
			}
			longest = n > longest ? n : longest;
		}
	return longest;
}

static bool is_mostly_runs(const char *typed)
{
	size_t others = 0, n;

	for (; *typed; typed += n) {
		n = run_length(typed);
		if (n < RUN_LEAST)
			others += n = 1;
	}
	return others < OTHERS_LEAST;
}

/* The shortest text that it repeats from the beginning ("abcabcab" repeats abc); its own length
 * when it repeats none. */
static size_t period(const char *text)
{
	size_t len = strlen(text), n = 1;

	while (n < len && strncmp(text, text + n, len - n) != 0)
		n++;
	return n;
}

/* What is left without the figures and signs at both ends, and once of what it repeats. */
static char *core(TALLOC_CTX *ctx, const char *text)
{
	size_t len = strlen(text);
	char *inside;

	while (len > 0 && !is_letter(text[len - 1]))
		len--;
	while (len > 0 && !is_letter(text[0])) {
		text++;
		len--;
	}
	inside = text_copyn(ctx, text, len);
	if (2 * period(inside) <= len)
		inside[period(inside)] = '\0';
	return inside;
}

static bool is_common(const char *word)
{
	for (size_t i = 0; i < COUNT(common); i++)
		if (strcmp(common[i], word) == 0)
			return true;
	return false;
}

/* libcrack's own sentence, "" when it finds nothing. */
static const char *crack(TALLOC_CTX *ctx, const char *text)
{
	char sentence[200] = "";

	if (!__DEBIAN_SPECIFIC__SafeFascistCheck(text, NULL, sentence, sizeof sentence))
		BUG("the dictionary of common passwords is missing (package cracklib-runtime)");
	return text_copy(ctx, sentence);
}

bool password_dictionary(void)
{
	char sentence[200];

	return __DEBIAN_SPECIFIC__SafeFascistCheck("kettle", NULL, sentence, sizeof sentence);
}

static const char *guessable(TALLOC_CTX *ctx, const char *password, const char *typed)
{
	static const char too_common[] = "Choose a password that is harder to guess: this one is a "
					 "common word or name with little added";
	const char *said = crack(ctx, password), *inside = core(ctx, typed),
		   *unbent = core(ctx, plain(ctx, password));

	if (strstr(said, "DIFFERENT") || 2 * period(typed) <= strlen(typed))
		return "Choose a password that does not repeat the same characters";
	if (strstr(said, "systematic") || is_mostly_runs(typed))
		return "Choose a password that is not a row of neighbouring keys, letters or "
		       "numbers";
	if (*said || is_common(inside) || is_common(unbent) ||
		strstr(crack(ctx, inside), "dictionary") ||
		strstr(crack(ctx, unbent), "dictionary"))
		return too_common;
	return NULL;
}

const char *password_refusal(
	TALLOC_CTX *ctx, const char *password, const struct password_owner *owner)
{
	size_t length = text_length(password);
	const char *typed = lower(ctx, password), *unbent = plain(ctx, password), *word;

	if (length < PASSWORD_LEAST)
		return "Choose a password of 12 characters or more. Three or four words that have "
		       "nothing to do with each other are easy to remember";
	if (length > PASSWORD_MOST)
		return "Choose a password of 200 characters or fewer";
	if (word_within(ctx, owner->name, typed, unbent))
		return "Choose a password without your own name in it";
	if (word_within(ctx, owner->email, typed, unbent))
		return "Choose a password without a part of your email address in it";
	word = word_within(ctx, "soundings", typed, unbent);
	if (!word)
		word = word_within(ctx, owner->organisation, typed, unbent);
	if (!word)
		word = word_within(ctx, owner->installation, typed, unbent);
	if (word)
		return text_format(ctx,
			"Choose a password without “%s” in it: people would guess that first",
			word);
	return guessable(ctx, password, typed);
}
