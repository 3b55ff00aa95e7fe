/* bulletin_names_test.c: which names stand in a bulletin's text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "bulletin.h"

static void expect(const char *text, const char *name, const char *found)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	const char *got = bulletin_name_in(ctx, text, name);

	if (found)
		assert_string_equal(got, found);
	else
		assert_null(got);
	talloc_free(ctx);
}

static void whole_names_and_words_that_tell(void **state)
{
	(void)state;
	expect("Seen at Beacon Hill Medical Centre.", "Beacon Hill Medical Centre",
		"Beacon Hill Medical Centre");
	expect("seen at BEACON", "Beacon Hill Medical Centre", "Beacon");
	expect("St Hilda's noticed", "St Hilda's Medical Group", "Hilda's");
	expect("Quillbrook", "The Quillbrook Surgery", "Quillbrook");
	expect("café Zoë", "Zoë Surgery", "Zoë");
}

static void words_that_say_nothing(void **state)
{
	(void)state;
	expect("The medical centre and its surgery", "Beacon Hill Medical Centre", NULL);
	expect("An NHS foundation trust", "Royal Test NHS Foundation Trust", NULL);
	expect("Call 111", "NHS 111 Service", NULL);
	expect("the beacons on hills, beacon2", "Beacon Hill Medical Centre", NULL);
	expect("", "Beacon", NULL);
	expect("Beacon", "", NULL);
	expect("", "", NULL);
	expect("Beaco", "Beacon", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_names_and_words_that_tell),
		cmocka_unit_test(words_that_say_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
