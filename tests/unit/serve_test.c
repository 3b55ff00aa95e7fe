/* serve_test.c: the road of a request, with no database at its end: what is refused before, what is
 * said without. */
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
#include "access.h"
#include "conf.h"
#include "serve.h"

static TALLOC_CTX *ctx;
static struct server public_server, staff_server;

static const char form[] = "application/x-www-form-urlencoded";

static struct conf *settings(void)
{
	static const char text[] =
		"organisation = Test\npublic_url = http://localhost\nstaff_url = http://localhost\n"
		"contact = help@test.example\ndb.socket = build/nobody-listens.sock\ndb.name = "
		"none\n"
		"db.public.user = a\ndb.public.password = a\ndb.staff.user = a\ndb.staff.password "
		"= a\n"
		"seal.key = 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";
	int file = memfd_create("settings", 0);
	struct conf *conf;
	char name[40];

	assert_true(file >= 0 && write(file, text, sizeof text - 1) == sizeof text - 1);
	snprintf(name, sizeof name, "/proc/self/fd/%d", file);
	setenv("SOUNDINGS_CONF", name, 1);
	conf = conf_load(ctx);
	close(file);
	return conf;
}

static struct req *ask(struct server *server, const char *method, const char *uri, const char *type,
	const char *body)
{
	struct input in = {
		.method = method, .uri = uri, .content_type = type, .body = body ? body : ""
	};

	in.body_len = strlen(in.body);
	return serve(server, ctx, &in);
}

static struct req *get(const char *uri)
{
	return ask(&public_server, "GET", uri, NULL, NULL);
}

static struct req *post(const char *uri, const char *body)
{
	return ask(&public_server, "POST", uri, form, body);
}

static const char *head_of(struct req *r)
{
	struct buf head = { .ctx = ctx };

	serve_head(r, &head);
	return buf_text(&head);
}

static void what_is_no_request_is_refused(void **state)
{
	(void)state;
	assert_int_equal(get("/%zz")->status, 400);
	assert_int_equal(get("/../x")->status, 400);
	assert_int_equal(get("/?a=%00")->status, 400);
	assert_int_equal(get("/nothing")->status, 404);
	assert_int_equal(get("/surveys")->status, 404); /* the other pool's */
	assert_int_equal(ask(&public_server, "PUT", "/", NULL, NULL)->status, 405);
	assert_int_equal(ask(&public_server, "get", "/", NULL, NULL)->status, 405);
	assert_int_equal(ask(&public_server, "", "/", NULL, NULL)->status, 405);
	assert_int_equal(post("/", "a=b")->status, 405);
	assert_int_equal(post("/s/fft/1", "a=%zz")->status, 400);
	assert_int_equal(ask(&public_server, "POST", "/s/fft/1", "text/plain", "a=b")->status, 415);
	assert_int_equal(ask(&public_server, "POST", "/s/fft/1", NULL, "a=b")->status, 415);
	assert_int_equal(
		ask(&public_server, "POST", "/s/fft/1", "application/x-www-form-urlencodedx", "a=b")
			->status,
		415);
}

static void a_refused_body_is_refused_whatever_the_rest(void **state)
{
	static const int statuses[] = { 400, 411, 413 };

	(void)state;
	for (size_t i = 0; i < COUNT(statuses); i++) {
		struct input in = { .method = "POST",
			.uri = "/s/fft/1",
			.content_type = form,
			.refused = statuses[i] };
		struct req *r = serve(&public_server, ctx, &in);
		assert_int_equal(r->status, statuses[i]);
		assert_non_null(strstr(buf_text(&r->content), "<h1"));
	}
}

static void pages_without_a_database_are_shown(void **state)
{
	struct req *r = get("/privacy");

	(void)state;
	assert_int_equal(r->status, 200);
	assert_non_null(strstr(head_of(r), "Status: 200 OK\r\n"));
	assert_non_null(strstr(head_of(r), "Cache-Control: no-store\r\n"));
	assert_null(strstr(head_of(r), "Set-Cookie"));
	assert_int_equal(ask(&public_server, "HEAD", "/privacy", NULL, NULL)->status, 200);
}

static void without_a_database_what_was_typed_is_kept(void **state)
{
	struct req *r = post("/s/fft/1",
		"state=abc&words=two%0Alines+%3Cb%3E%26%22&password=secret&code=123456");
	const char *page = buf_text(&r->content);

	(void)state;
	assert_int_equal(r->status, 503);
	assert_non_null(strstr(head_of(r), "Retry-After: 30\r\n"));
	assert_non_null(strstr(page, "two\nlines &lt;b&gt;&amp;&quot;"));
	assert_non_null(strstr(page, "name=\"state\" value=\"abc\""));
	assert_null(strstr(page, "secret"));
	assert_null(strstr(page, "123456"));
	/* And the next request does not remember it. */
	assert_int_equal(get("/privacy")->status, 200);
	assert_int_equal(get("/health")->status, 503);
	assert_null(strstr(buf_text(&get("/s/fft/1")->content), "lines"));
}

static void nobody_is_sent_to_sign_in(void **state)
{
	struct req *r = ask(&staff_server, "GET", "/surveys", NULL, NULL);

	(void)state;
	assert_int_equal(r->status, 303);
	assert_non_null(strstr(head_of(r), "Location: /sign-in\r\n"));
	assert_non_null(strstr(head_of(r), "Set-Cookie: session="));
	assert_int_equal(ask(&staff_server, "POST", "/sign-out", form, "")->status, 303);
	/* A refusal is a row of the trail: where none can be written, nothing is answered. */
	assert_int_equal(ask(&staff_server, "POST", "/sign-in", form, "email=a")->status, 503);
	assert_int_equal(ask(&staff_server, "GET", "/sign-out", NULL, NULL)->status, 405);
	assert_non_null(strstr(
		head_of(ask(&staff_server, "GET", "/sign-out", NULL, NULL)), "Allow: POST\r\n"));
}

static void a_role_that_is_missing_is_no_page(void **state)
{
	const struct person reviewer = { .person_id = 1,
		.organisation_id = 1,
		.email = "a@b.example",
		.name = "A",
		.organisation = "B",
		.roles = ROLE_CONTRACT_REVIEWER };
	struct input in = { .method = "GET", .uri = "/surveys", .as = &reviewer };

	(void)state;
	assert_int_equal(serve(&staff_server, ctx, &in)->status, 503); /* see above */
	in.uri = "/help";
	assert_int_equal(serve(&staff_server, ctx, &in)->status, 200);
	in.uri = "/surveys/nothing/results.csv";
	assert_int_equal(serve(&staff_server, ctx, &in)->status, 503);
}

static void a_session_without_a_database_is_503_not_a_stranger(void **state)
{
	struct input in = { .method = "GET",
		.uri = "/surveys",
		.cookie = "session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" };

	(void)state;
	assert_int_equal(serve(&staff_server, ctx, &in)->status, 503);
}

static int set_up(void **state)
{
	struct conf *conf;

	(void)state;
	ctx = talloc_new(NULL);
	if (sodium_init() < 0 || !tpl_load_all("build/templates"))
		return 1;
	conf = settings();
	public_server = (struct server){ conf, db_new(ctx, conf, POOL_PUBLIC), POOL_PUBLIC };
	staff_server = (struct server){ conf, db_new(ctx, conf, POOL_STAFF), POOL_STAFF };
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
		cmocka_unit_test(what_is_no_request_is_refused),
		cmocka_unit_test(a_refused_body_is_refused_whatever_the_rest),
		cmocka_unit_test(pages_without_a_database_are_shown),
		cmocka_unit_test(without_a_database_what_was_typed_is_kept),
		cmocka_unit_test(nobody_is_sent_to_sign_in),
		cmocka_unit_test(a_role_that_is_missing_is_no_page),
		cmocka_unit_test(a_session_without_a_database_is_503_not_a_stranger),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
