/* seal_test.c: what travels through somebody else's hands comes back unread and unaltered, or not
 * at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <cmocka.h>
#include <sodium.h>
#include "conf.h"
#include "seal.h"
#include "buf.h"

#define KEY_A  "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
#define KEY_B  "ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1eff"
#define SECRET "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"

static TALLOC_CTX *ctx;

/* Settings from memory; NULL when they are refused. */
static struct conf *settings(const char *text)
{
	int file = memfd_create("settings", 0);
	struct conf *conf;
	char name[40];

	assert_true(file >= 0 && write(file, text, strlen(text)) == (ssize_t)strlen(text));
	snprintf(name, sizeof name, "/proc/self/fd/%d", file);
	setenv("SOUNDINGS_CONF", name, 1);
	conf = conf_load(ctx);
	close(file);
	return conf;
}

static const char *sealed(const struct conf *conf, const char *text)
{
	return seal(ctx, conf, "survey-1", text, strlen(text));
}

static void what_is_sealed_opens(void **state)
{
	const struct conf *conf = settings("seal.key = " KEY_A "\n");
	struct bytes plain;

	(void)state;
	assert_true(seal_open(ctx, conf, "survey-1", sealed(conf, "some words"), &plain));
	assert_int_equal(plain.len, 10);
	assert_string_equal((const char *)plain.data, "some words");
	assert_true(seal_open(ctx, conf, "survey-1", sealed(conf, ""), &plain));
	assert_int_equal(plain.len, 0);
	assert_string_not_equal(sealed(conf, "x"), sealed(conf, "x"));
	assert_null(strstr(sealed(conf, "some words"), "some"));
}

static void every_altered_bit_is_noticed(void **state)
{
	const struct conf *conf = settings("seal.key = " KEY_A "\n");
	const char *good = sealed(conf, "words");
	struct bytes bytes, plain;

	(void)state;
	assert_true(base64url_open(ctx, good, &bytes));
	for (size_t i = 0; i < bytes.len * 8; i++) {
		uint8_t *copy = talloc_memdup(ctx, bytes.data, bytes.len);
		copy[i / 8] ^= (uint8_t)(1U << (i % 8));
		assert_false(
			seal_open(ctx, conf, "survey-1", base64url(ctx, copy, bytes.len), &plain));
	}
	for (size_t len = 0; len < strlen(good); len++)
		assert_false(seal_open(ctx, conf, "survey-1", text_copyn(ctx, good, len), &plain));
	assert_false(seal_open(ctx, conf, "survey-1", text_format(ctx, "%sAA", good), &plain));
	assert_false(seal_open(ctx, conf, "survey-1", text_format(ctx, "%s=", good), &plain));
	assert_false(seal_open(ctx, conf, "survey-1", text_format(ctx, " %s", good), &plain));
	assert_true(seal_open(ctx, conf, "survey-1", good, &plain));
}

static void one_thing_is_never_another(void **state)
{
	const struct conf *conf = settings("seal.key = " KEY_A "\n");
	struct bytes plain;

	(void)state;
	assert_false(seal_open(ctx, conf, "survey-2", sealed(conf, "x"), &plain));
	assert_false(seal_open(ctx, conf, "sent", sealed(conf, "x"), &plain));
	assert_false(seal_open(ctx, conf, "", sealed(conf, "x"), &plain));
}

static void an_older_key_still_opens_and_a_foreign_one_does_not(void **state)
{
	const struct conf *old = settings("seal.key = " KEY_A "\n");
	const struct conf *both = settings("seal.key = " KEY_B "\nseal.key = " KEY_A "\n");
	const struct conf *new = settings("seal.key = " KEY_B "\n");
	struct bytes plain;

	(void)state;
	assert_true(seal_open(ctx, both, "survey-1", sealed(old, "x"), &plain));
	assert_true(seal_open(ctx, new, "survey-1", sealed(both, "x"), &plain));
	assert_false(seal_open(ctx, new, "survey-1", sealed(old, "x"), &plain));
	assert_false(seal_open(ctx, old, "survey-1", sealed(both, "x"), &plain));
}

static void marks_depend_on_key_purpose_and_bytes(void **state)
{
	const struct conf *a = settings("seal.key = " KEY_A "\n"),
			  *b = settings("seal.key = " KEY_B "\n");
	uint8_t one[HASH_BYTES], two[HASH_BYTES];

	(void)state;
	mac_bytes(a, "csrf", one, "x", 1);
	mac_bytes(a, "csrf", two, "x", 1);
	assert_memory_equal(one, two, HASH_BYTES);
	mac_bytes(b, "csrf", two, "x", 1);
	assert_memory_not_equal(one, two, HASH_BYTES);
	mac_bytes(a, "visit", two, "x", 1);
	assert_memory_not_equal(one, two, HASH_BYTES);
	mac_bytes(a, "csrf", two, "y", 1);
	assert_memory_not_equal(one, two, HASH_BYTES);
}

static void base64_has_one_spelling(void **state)
{
	struct bytes out;

	(void)state;
	assert_true(base64url_open(ctx, "AQID", &out));
	assert_int_equal(out.len, 3);
	assert_false(base64url_open(ctx, "AQID=", &out));
	assert_false(base64url_open(ctx, "AQ==", &out));
	assert_false(base64url_open(ctx, "AR", &out)); /* bits that belong to no byte */
	assert_false(base64url_open(ctx, "A", &out));
	assert_false(base64url_open(ctx, "A+/A", &out));
	assert_false(base64url_open(ctx, "AQ ID", &out));
	assert_false(base64url_open(ctx, "AQI\xc1", &out));
}

static void settings_are_strict(void **state)
{
	(void)state;
	assert_non_null(settings(
		"# a comment\n\n  organisation =  A name = with equals  \nseal.key = " KEY_A "\n"));
	assert_string_equal(conf_get(settings("organisation =  A = b  \nseal.key = " KEY_A "\n"),
				    "organisation", ""),
		"A = b");
	assert_null(settings("seal.key = " KEY_A "\nnonsense\n"));
	assert_null(settings("seal.key = " KEY_A "\nseal.kye = " KEY_A "\n"));
	assert_null(settings("seal.key = 12\n"));
	assert_null(settings("seal.key = " KEY_A "0\n"));
	assert_null(settings("seal.key = g" KEY_A "\n"));
	assert_null(settings("seal.key = " KEY_A "\nsecret.key = x\n"));
	assert_null(settings("organisation = A\n"));
	assert_non_null(settings("seal.key = " KEY_A "\nsecret.key = " SECRET "\n"));
}

static int set_up(void **state)
{
	(void)state;
	ctx = talloc_new(NULL);
	return sodium_init() < 0;
}

static int tear_down(void **state)
{
	(void)state;
	talloc_free(ctx);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_sealed_opens),
		cmocka_unit_test(every_altered_bit_is_noticed),
		cmocka_unit_test(one_thing_is_never_another),
		cmocka_unit_test(an_older_key_still_opens_and_a_foreign_one_does_not),
		cmocka_unit_test(marks_depend_on_key_purpose_and_bytes),
		cmocka_unit_test(base64_has_one_spelling),
		cmocka_unit_test(settings_are_strict),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
