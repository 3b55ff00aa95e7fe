/* file_clean_test.c: what goes from a picture and what stays; broken ones are refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "file_clean.h"

static TALLOC_CTX *ctx;
static struct buf in, out;

static int begin(void **state)
{
	(void)state;
	ctx = talloc_new(NULL);
	in = out = (struct buf){ .ctx = ctx };
	return 0;
}

static int end(void **state)
{
	(void)state;
	talloc_free(ctx);
	return 0;
}

static struct bytes bytes(const struct buf *b)
{
	return (struct bytes){ (const uint8_t *)buf_text(b), b->len };
}

static bool has(const struct buf *b, const char *word)
{
	return memmem(buf_text(b), b->len, word, strlen(word)) != NULL;
}

/* ---- JPEG ------------------------------------------------------------------------------------ */

#define ADD(text) buf_add(&in, text, sizeof(text) - 1)

static void segment(uint8_t marker, const void *data, size_t len)
{
	uint8_t head[] = { 0xff, marker, (uint8_t)((len + 2) >> 8), (uint8_t)(len + 2) };

	buf_add(&in, head, sizeof head);
	buf_add(&in, data, len);
}
#define SEGMENT(marker, text) segment(marker, text, sizeof(text) - 1)

/* Little-endian: which way up, and a place called GPSHERE. */
#define EXIF(way)                                                                                  \
	"Exif\0\0II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0" way                                \
	"\0\0\0\x25\x88\x02\0\x07\0\0\0\x26\0\0\0\0\0\0\0GPSHERE"

static void scan(void)
{
	SEGMENT(0xda, "\x01\x01\0\0\x3f\0");
	ADD("abc\xff\0def\xff\xd0ghi");
}

static void jpeg(void)
{
	ADD("\xff\xd8");
	SEGMENT(0xe0, "JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01\x41\x42\x43");
	SEGMENT(0xe1, EXIF("\x06"));
	SEGMENT(0xe1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>WHO</x:xmpmeta>");
	SEGMENT(0xe2, "ICC_PROFILE\0\x01\x01profile");
	SEGMENT(0xe2, "MPF\0others");
	SEGMENT(0xed, "Photoshop 3.0\0IPTC");
	SEGMENT(0xee, "Adobe\0\x64\0\0\0\0\x01");
	SEGMENT(0xfe, "a comment");
	SEGMENT(0xdb, "\0table");
	SEGMENT(0xc0, "\x08\0\x01\0\x01\x01\x01\x11\0");
	scan();
	SEGMENT(0xfe, "between scans");
	scan();
	ADD("\xff\xd9");
	ADD("another picture behind it");
}

static void jpeg_loses_what_tells(void **state)
{
	static const char *const gone[] = { "GPSHERE", "WHO", "xmpmeta", "MPF", "IPTC", "a comment",
		"between scans", "another", "ABC" };
	static const char *const kept[] = { "JFIF", "ICC_PROFILE", "profile", "Adobe", "table",
		"def", "ghi" };

	(void)state;
	jpeg();
	assert_true(file_clean_jpeg(bytes(&in), &out));
	for (size_t i = 0; i < COUNT(gone); i++)
		assert_true(has(&in, gone[i]) && !has(&out, gone[i]));
	for (size_t i = 0; i < COUNT(kept); i++)
		assert_true(has(&out, kept[i]));
	assert_memory_equal(out.data + out.len - 2, "\xff\xd9", 2);
	assert_memory_equal(out.data + out.len - 7, "\xff\xd0ghi", 5);
}

static void jpeg_stays_the_right_way_up(void **state)
{
	static const char big[] = "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06";
	struct buf twice = { .ctx = ctx };

	(void)state;
	jpeg();
	assert_true(file_clean_jpeg(bytes(&in), &out));
	assert_non_null(memmem(out.data, out.len, big, sizeof big - 1));
	assert_true(file_clean_jpeg(bytes(&out), &twice));
	assert_int_equal(twice.len, out.len);
	buf_reset(&in);
	buf_reset(&out);
	ADD("\xff\xd8");
	SEGMENT(0xe1, EXIF("\x01")); /* as it is: nothing to say */
	scan();
	ADD("\xff\xd9");
	assert_true(file_clean_jpeg(bytes(&in), &out));
	assert_false(has(&out, "Exif"));
}

static void every_cut_picture_is_refused(bool (*clean)(struct bytes, struct buf *), size_t whole)
{
	for (size_t len = 0; len < whole; len++) {
		struct buf part = { .ctx = ctx };

		assert_false(clean((struct bytes){ (const uint8_t *)in.data, len }, &part));
	}
	assert_true(clean((struct bytes){ (const uint8_t *)in.data, whole }, &out));
}

static void jpeg_broken(void **state)
{
	(void)state;
	jpeg();
	every_cut_picture_is_refused(file_clean_jpeg, in.len - strlen("another picture behind it"));
}

/* ---- PNG ------------------------------------------------------------------------------------- */

static void chunk(const char *type, const char *data)
{
	uint8_t size[] = { 0, 0, 0, (uint8_t)strlen(data) };

	buf_add(&in, size, sizeof size);
	buf_adds(&in, type);
	buf_adds(&in, data);
	buf_adds(&in, "crc!");
}

static void png(const char *odd)
{
	ADD("\x89PNG\r\n\x1a\n");
	chunk("IHDR", "thirteenbytes");
	chunk("eXIf", "GPSHERE");
	chunk("tEXt", "Author");
	chunk("iTXt", "XML:com.adobe.xmp");
	chunk("zTXt", "packed");
	chunk("tIME", "2026");
	chunk(odd, "nobody knows");
	chunk("PLTE", "colours");
	chunk("IDAT", "the picture");
	chunk("IEND", "");
}

static void png_loses_what_tells(void **state)
{
	static const char *const gone[] = { "GPSHERE", "Author", "xmp", "packed", "tIME", "nobody",
		"behind" };
	size_t whole;

	(void)state;
	png("whOm");
	whole = in.len;
	buf_adds(&in, "behind it");
	assert_true(file_clean_png(bytes(&in), &out));
	for (size_t i = 0; i < COUNT(gone); i++)
		assert_true(has(&in, gone[i]) && !has(&out, gone[i]));
	assert_true(has(&out, "the picture") && has(&out, "PLTEcolours"));
	every_cut_picture_is_refused(file_clean_png, whole);
	buf_reset(&in);
	png("WHom"); /* critical */
	assert_false(file_clean_png(bytes(&in), &out));
}

/* ---- WebP ------------------------------------------------------------------------------------ */

static void riff(const char *type, const char *data, size_t len)
{
	uint8_t size[] = { (uint8_t)len, 0, 0, 0 };

	buf_adds(&in, type);
	buf_add(&in, size, sizeof size);
	buf_add(&in, data, len);
	if (len & 1)
		buf_addc(&in, '\0');
}

static void webp_loses_what_tells(void **state)
{
	(void)state;
	ADD("RIFF\0\0\0\0WEBP");
	riff("VP8X", "\x2c\0\0\0\0\0\0\0\0\0", 10);
	riff("ICCP", "profile", 7);
	riff("VP8 ", "the picture", 11);
	riff("EXIF", "GPSHERE", 7);
	riff("XMP ", "WHO", 3);
	riff("WHAT", "nobody knows", 12);
	in.data[4] = (char)(in.len - 8);
	every_cut_picture_is_refused(file_clean_webp, in.len);
	assert_true(has(&out, "profile") && has(&out, "the picture"));
	assert_false(has(&out, "GPSHERE") || has(&out, "WHO") || has(&out, "nobody"));
	assert_int_equal((uint8_t)out.data[20], 0x20); /* no Exif, no XMP; a profile still */
	assert_int_equal((uint8_t)out.data[4], out.len - 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(jpeg_loses_what_tells, begin, end),
		cmocka_unit_test_setup_teardown(jpeg_stays_the_right_way_up, begin, end),
		cmocka_unit_test_setup_teardown(jpeg_broken, begin, end),
		cmocka_unit_test_setup_teardown(png_loses_what_tells, begin, end),
		cmocka_unit_test_setup_teardown(webp_loses_what_tells, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
