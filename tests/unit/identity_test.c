/* identity_test.c: what of a text looks like a person's identity, and what does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include "buf.h"
#include "identity.h"

static const char today[] = "2026-11-22";

struct example {
	const char *text, *passage;
	enum identity_kind kind;
};

static void found(void **state)
{
	static const struct example examples[] = {
		{ "NHS 9434765919 was wrong", "9434765919", IDENTITY_NHS_NUMBER },
		{ "NHS no. 943 476 5919.", "943 476 5919", IDENTITY_NHS_NUMBER },
		{ "(943-476-5919)", "943-476-5919", IDENTITY_NHS_NUMBER },
		{ "943\xC2\xA0"
		  "476\xC2\xA0"
		  "5919",
			"943\xC2\xA0"
			"476\xC2\xA0"
			"5919",
			IDENTITY_NHS_NUMBER },
		{ "born 1.2.2025, seen twice", "1.2.2025", IDENTITY_BIRTH },
		{ "DOB: 01/02/2026", "01/02/2026", IDENTITY_BIRTH },
		{ "d.o.b. 3 March 2026", "3 March 2026", IDENTITY_BIRTH },
		{ "2026-02-01 (date of birth)", "2026-02-01", IDENTITY_BIRTH },
		{ "on 12/03/1957 he", "12/03/1957", IDENTITY_BIRTH },
		{ "12-3-57", "12-3-57", IDENTITY_BIRTH },
		{ "the 12th of March 1957", "12th of March 1957", IDENTITY_BIRTH },
		{ "12 Mar, 1957", "12 Mar, 1957", IDENTITY_BIRTH },
		{ "call 0161 496 0000 now", "0161 496 0000", IDENTITY_TELEPHONE },
		{ "07700 900123", "07700 900123", IDENTITY_TELEPHONE },
		{ "07700900123.", "07700900123", IDENTITY_TELEPHONE },
		{ "+44 (0)161 496 0000", "+44 (0)161 496 0000", IDENTITY_TELEPHONE },
		{ "+447700900123", "+447700900123", IDENTITY_TELEPHONE },
		{ "tel (020) 7946 0000", "(020) 7946 0000", IDENTITY_TELEPHONE },
		{ "write to ada.smith@example.org.", "ada.smith@example.org", IDENTITY_EMAIL },
		{ "<ada@nhs.net>", "ada@nhs.net", IDENTITY_EMAIL },
		{ "and Mrs Ada Smith said", "Mrs Ada Smith", IDENTITY_NAME },
		{ "Mrs Smith's tablets", "Mrs Smith", IDENTITY_NAME },
		{ "Mr. J. O'Brien-Jones, 40", "Mr. J. O'Brien-Jones", IDENTITY_NAME },
		{ "mrs smith rang", "mrs smith", IDENTITY_NAME },
		{ "MR SMITH RANG", "MR SMITH RANG", IDENTITY_NAME },
		{ "asked Dr Jones about", "Dr Jones", IDENTITY_NAME },
		{ "Ms \xC3\x89lise Noir", "Ms \xC3\x89lise Noir", IDENTITY_NAME },
		{ "Mr and Mrs Smith", "Mrs Smith", IDENTITY_NAME },
		{ "lives at BA1 1AA.", "BA1 1AA", IDENTITY_POSTCODE },
		{ "m12ab", "m12ab", IDENTITY_POSTCODE },
		{ "SW1A1AA", "SW1A1AA", IDENTITY_POSTCODE },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(examples); i++) {
		const struct example *e = &examples[i];
		struct identity out;

		identity_find(e->text, today, &out);
		if (out.n != 1)
			fail_msg("“%s”: %zu passages", e->text, out.n);
		if (out.list[0].kind != e->kind || out.list[0].length != strlen(e->passage) ||
			strncmp(e->text + out.list[0].start, e->passage, strlen(e->passage)) != 0)
			fail_msg("“%s”: kind %d, “%.*s”", e->text, (int)out.list[0].kind,
				(int)out.list[0].length, e->text + out.list[0].start);
	}
}

static void not_found(void **state)
{
	static const char *const texts[] = { "", "The patient was given 10 mg twice.", "9434765918",
		"99434765919", "9434765919a", "943 476-5919", "2026-11-22 10:15",
		"On 12/11/2026 at 10.30", "on 22 November 2026", "1 2 3 4 5 6 7 8 9 0",
		"Batch 0123456789012", "010", "0800", "+44", "a@b", "@", "the dr said so", "Mr",
		"Mrs.", "a miss is as good", "MS patients", "Miss", "mr and mrs", "vitamin D3 2ug",
		"B12 1ml", "A4 paper", "32/13/1957", "12/03/2030", "99/99/99", "120/80", "room G12",
		"Doctor", "Dr\nJones", "Sir, no" };

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct identity out;

		identity_find(texts[i], today, &out);
		if (out.n)
			fail_msg("“%s”: “%.*s”", texts[i], (int)out.list[0].length,
				texts[i] + out.list[0].start);
	}
}

static void several(void **state)
{
	static const char text[] = "Mrs Ada Smith, born 12/03/1957, NHS 943 476 5919, of BA1 1AA, "
				   "07700 900123, ada@example.org";
	static const enum identity_kind kinds[] = { IDENTITY_NAME, IDENTITY_BIRTH,
		IDENTITY_NHS_NUMBER, IDENTITY_POSTCODE, IDENTITY_TELEPHONE, IDENTITY_EMAIL };
	struct identity out;
	char many[4000] = "";

	(void)state;
	identity_find(text, today, &out);
	assert_int_equal(out.n, COUNT(kinds));
	for (size_t i = 0; i < out.n; i++)
		assert_int_equal(out.list[i].kind, kinds[i]);
	for (size_t i = 0; i < 100; i++)
		strcat(many, "Dr Jones, ");
	identity_find(many, today, &out);
	assert_int_equal(out.n, IDENTITY_MOST);
	for (int kind = 0; kind < IDENTITY_KINDS; kind++)
		assert_non_null(identity_words((enum identity_kind)kind));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(found), cmocka_unit_test(not_found),
		cmocka_unit_test(several) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
