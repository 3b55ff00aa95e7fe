/* route_test.c: paths, and the table of routes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "access.h"
#include "fcgi.h"
#include "pages.h"
#include "routes.h"

static TALLOC_CTX *ctx;

static const char *decode(const char *raw)
{
	return path_decode(ctx, raw, strlen(raw));
}

static void good_paths_are_undone(void **state)
{
	(void)state;
	assert_string_equal(decode("/"), "/");
	assert_string_equal(decode("/s/fft/1"), "/s/fft/1");
	assert_string_equal(decode("/a%20b"), "/a b");
	assert_string_equal(decode("/caf%C3%A9"), "/café");
	assert_string_equal(decode("/a+b"), "/a+b");
	assert_string_equal(decode("/..a/b../.c"), "/..a/b../.c");
	assert_string_equal(decode("/%252e%252e"), "/%2e%2e");
}

static void bad_paths_are_none(void **state)
{
	static const char *const bad[] = { "", "s", "*", "http://x/", "//", "/s//1", "/.", "/..",
		"/./x", "/../x", "/a/..", "/a/.", "/%2e%2e/x", "/%2E/x", "/a%2fb", "/a%2Fb", "/%",
		"/%1", "/%zz", "/%00", "/a%0ab", "/%0d", "/a\nb", "/%7f", "/%ff", "/%c0%af",
		"/%ed%a0%80", "/\\x", "/%5cx", "/x/%2e%2e" };

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (decode(bad[i]))
			fail_msg("%s was taken", bad[i]);
	assert_null(path_decode(ctx, "/a\0b", 4));
	assert_string_equal(path_decode(ctx, "/ab%", 3), "/ab");
}

static void routes_are_found(void **state)
{
	const char *args[4] = { 0 };
	const struct route *route;
	bool other;

	(void)state;
	route = route_find(POOL_PUBLIC, METHOD_POST, ctx, "/s/fft/2", args, &other);
	assert_ptr_equal(route->page, survey_page_save);
	assert_string_equal(args[0], "fft");
	assert_string_equal(args[1], "2");
	route = route_find(POOL_STAFF, METHOD_GET, ctx, "/surveys/fft/results.csv", args, &other);
	assert_ptr_equal(route->page, results_csv);
	route = route_find(POOL_STAFF, METHOD_GET, ctx, "/surveys.csv", args, &other);
	assert_ptr_equal(route->page, surveys_csv);
	assert_null(route_find(POOL_PUBLIC, METHOD_GET, ctx, "/surveys", args, &other));
	assert_false(other);
	assert_null(route_find(POOL_STAFF, METHOD_GET, ctx, "/s/fft", args, &other));
	assert_null(route_find(POOL_STAFF, METHOD_GET, ctx, "/sign-out", args, &other));
	assert_true(other);
	assert_null(route_find(POOL_PUBLIC, METHOD_GET, ctx, "/s/", args, &other));
	assert_null(route_find(POOL_PUBLIC, METHOD_GET, ctx, "/s/fft/", args, &other));
	assert_null(route_find(POOL_PUBLIC, METHOD_GET, ctx, "/s/fft/sent/", args, &other));
	assert_null(route_find(POOL_PUBLIC, METHOD_GET, ctx, "/s/fft/sent/a/b", args, &other));
}

/* The first line that fits wins, so a line that stands after one that hides it is a mistake. */
static void no_route_hides_another(void **state)
{
	const char *args[4];
	bool other;

	(void)state;
	for (size_t i = 0; i < n_routes; i++)
		for (enum pool pool = POOL_PUBLIC; pool <= POOL_STAFF; pool++)
			if (routes[i].pools & pool)
				assert_ptr_equal(route_find(pool, routes[i].method, ctx,
							 routes[i].path, args, &other),
					&routes[i]);
}

static void every_line_is_whole(void **state)
{
	const unsigned roles = ROLE_PRACTICE_MEMBER | ROLE_PROVIDER_MEMBER | ROLE_AUTHOR |
			       ROLE_INCIDENT_MANAGER | ROLE_CONTRACT_REVIEWER | ROLE_AUDITOR |
			       ROLE_ADMINISTRATOR;

	(void)state;
	for (size_t i = 0; i < n_routes; i++) {
		assert_int_equal(routes[i].path[0], '/');
		assert_non_null(routes[i].page);
		assert_true(routes[i].method == METHOD_GET || routes[i].method == METHOD_POST);
		assert_true(
			routes[i].pools &&
			!(routes[i].pools & ~(unsigned)(POOL_PUBLIC | POOL_STAFF | TAKES_FILES)));
		if (routes[i].pools & TAKES_FILES)
			assert_int_equal(routes[i].method, METHOD_POST);
		/* Nobody signs in on the public pool. */
		if (routes[i].pools & POOL_PUBLIC)
			assert_int_equal(routes[i].who, WHO_EVERYONE);
		else if (routes[i].who != WHO_SIGNED_IN)
			assert_int_equal(routes[i].who & ~(roles | OF_COMMISSIONER), 0);
	}
}

static void access_follows_roles(void **state)
{
	struct person author = { .roles = ROLE_AUTHOR }, nothing = { 0 },
		      two = { .roles = ROLE_AUDITOR | ROLE_PROVIDER_MEMBER };

	(void)state;
	assert_true(access_allows(NULL, WHO_EVERYONE));
	assert_false(access_allows(NULL, WHO_SIGNED_IN));
	assert_false(access_allows(NULL, ROLE_AUTHOR));
	assert_true(access_allows(&nothing, WHO_SIGNED_IN));
	assert_false(access_allows(&nothing, ROLE_AUTHOR | ROLE_AUDITOR));
	assert_true(access_allows(&author, ROLE_AUTHOR | ROLE_AUDITOR));
	assert_false(access_allows(&author, ROLE_ADMINISTRATOR));
	assert_true(access_allows(&two, ROLE_AUTHOR | ROLE_AUDITOR));
	assert_int_equal(roles_from_text("author,auditor"), ROLE_AUTHOR | ROLE_AUDITOR);
	assert_int_equal(roles_from_text("author,king"), 0);
	assert_int_equal(roles_from_text("Author"), 0);
	assert_int_equal(roles_from_text("autho"), 0);
}

static void a_length_is_digits(void **state)
{
	static const struct {
		const char *text;
		int status;
		size_t len;
	} cases[] = { { "0", 0, 0 }, { "7", 0, 7 }, { "65536", 0, 65536 }, { "007", 0, 7 },
		{ NULL, 411, 0 }, { "", 411, 0 }, { "-1", 400, 0 }, { "+5", 400, 0 },
		{ "0x10", 400, 0 }, { "5 ", 400, 0 }, { " 5", 400, 0 }, { "1e2", 400, 0 },
		{ "65537", 413, 0 }, { "9223372036854775808", 413, 0 },
		{ "999999999999999", 413, 0 }, { "-9223372036854775808", 400, 0 } };
	size_t len;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(
			content_length(cases[i].text, true, BODY_MOST, &len), cases[i].status);
		if (cases[i].status == 0)
			assert_int_equal(len, cases[i].len);
	}
	assert_int_equal(content_length(NULL, false, BODY_MOST, &len), 0);
	assert_int_equal(content_length("", false, BODY_MOST, &len), 0);
}

static int set_up(void **state)
{
	(void)state;
	ctx = talloc_new(NULL);
	return 0;
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
		cmocka_unit_test(good_paths_are_undone),
		cmocka_unit_test(bad_paths_are_none),
		cmocka_unit_test(routes_are_found),
		cmocka_unit_test(no_route_hides_another),
		cmocka_unit_test(every_line_is_whole),
		cmocka_unit_test(access_follows_roles),
		cmocka_unit_test(a_length_is_digits),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
