/* file_clean.c: what a picture says beside its picture is taken out. */
#include "file_clean.h"

#include <string.h>

static size_t big16(const uint8_t *at)
{
	return (size_t)at[0] << 8 | at[1];
}

static size_t big32(const uint8_t *at)
{
	return (size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 | at[3];
}

static size_t little16(const uint8_t *at)
{
	return (size_t)at[1] << 8 | at[0];
}

static size_t little32(const uint8_t *at)
{
	return (size_t)at[3] << 24 | (size_t)at[2] << 16 | (size_t)at[1] << 8 | at[0];
}

/* ---- JPEG ------------------------------------------------------------------------------------ */

enum { SOI = 0xd8, EOI = 0xd9, SOS = 0xda, APP0 = 0xe0, APP1 = 0xe1, APP2 = 0xe2, APP14 = 0xee };
enum { ORIENTATION = 0x0112, SHORT = 3, ORIENTATIONS = 8, JFIF_SIZE = 14, EXIF_SIZE = 34 };

/* Which way up, 1 to 8, by the first directory of an Exif's TIFF (Exif 2.32, 4.6.4); 0: not said.
 */
static unsigned orientation(const uint8_t *tiff, size_t len)
{
	bool big = len >= 8 && memcmp(tiff, "MM\0*", 4) == 0;
	size_t at, n, value;

	if (len < 8 || (!big && memcmp(tiff, "II*\0", 4) != 0))
		return 0;
	at = big ? big32(tiff + 4) : little32(tiff + 4);
	if (at > len - 2)
		return 0;
	n = big ? big16(tiff + at) : little16(tiff + at);
	for (at += 2; n > 0 && at <= len && len - at >= 12; n--, at += 12) {
		const uint8_t *entry = tiff + at;

		if ((big ? big16(entry) : little16(entry)) != ORIENTATION)
			continue;
		if ((big ? big16(entry + 2) : little16(entry + 2)) != SHORT)
			return 0;
		value = big ? big16(entry + 8) : little16(entry + 8);
		return value <= ORIENTATIONS ? (unsigned)value : 0;
	}
	return 0;
}

/* An Exif that says which way up, and nothing else. */
static void put_orientation(struct buf *out, unsigned which)
{
	const uint8_t segment[] = { 0xff, APP1, 0, EXIF_SIZE, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0,
		42, 0, 0, 0, 8, 0, 1, ORIENTATION >> 8, ORIENTATION & 0xff, 0, SHORT, 0, 0, 0, 1, 0,
		(uint8_t)which, 0, 0, 0, 0, 0, 0 };

	buf_add(out, segment, sizeof segment);
}

static bool begins(const uint8_t *data, size_t len, const char *word, size_t word_len)
{
	return len >= word_len && memcmp(data, word, word_len) == 0;
}

/* Without these the picture would look otherwise, or could not be read. */
static bool jpeg_keeps(uint8_t marker, const uint8_t *data, size_t len)
{
	switch (marker) {
	case APP0:
		return begins(data, len, "JFIF", 5); /* JFXX holds a small copy of the picture */
	case APP2:
		return begins(data, len, "ICC_PROFILE", 12);
	case APP14:
		return begins(data, len, "Adobe", 5);
	default: /* SOF, DHT, DQT, DRI, DNL, DAC, SOS */
		return marker >= 0xc0 && marker <= 0xdf;
	}
}

static void put_segment(struct buf *out, uint8_t marker, const uint8_t *data, size_t len)
{
	uint8_t head[4] = { 0xff, marker };

	if (marker == APP0 && len > JFIF_SIZE) /* a small copy of the picture follows */
		len = JFIF_SIZE;
	head[2] = (uint8_t)((len + 2) >> 8);
	head[3] = (uint8_t)(len + 2);
	buf_add(out, head, sizeof head);
	if (marker == APP0 && len == JFIF_SIZE) {
		buf_add(out, data, len - 2);
		buf_add(out, "\0", 2); /* it is 0 by 0 */
		return;
	}
	buf_add(out, data, len);
}

/* Where the next marker of a scan's data is: FF that is neither stuffed nor a restart. */
static size_t scan_end(const uint8_t *d, size_t at, size_t len)
{
	const uint8_t *ff;

	while (at + 1 < len) {
		ff = memchr(d + at, 0xff, len - at);
		if (!ff)
			return len;
		at = (size_t)(ff - d);
		if (at + 1 < len && d[at + 1] != 0 && d[at + 1] != 0xff &&
			!(d[at + 1] >= 0xd0 && d[at + 1] <= 0xd7))
			return at;
		at += at + 1 < len && d[at + 1] == 0xff ? 1 : 2;
	}
	return len;
}

bool file_clean_jpeg(struct bytes in, struct buf *out)
{
	const uint8_t *d = in.data;
	size_t at = 2, len = in.len, size, end;
	bool scanned = false, turned = false;
	unsigned which;

	if (len < 4 || d[0] != 0xff || d[1] != SOI)
		return false;
	buf_add(out, d, 2);
	while (at + 1 < len && d[at] == 0xff) {
		uint8_t marker = d[at + 1];

		if (marker == 0xff) { /* fill bytes */
			at++;
			continue;
		}
		if (marker == EOI) {
			buf_add(out, d + at, 2);
			return scanned;
		}
		if (marker < 0xc0 || (marker >= 0xd0 && marker <= SOI) || len - at < 4)
			return false;
		size = big16(d + at + 2);
		if (size < 2 || size > len - at - 2)
			return false;
		which = marker == APP1 && size >= EXIF_SIZE &&
					begins(d + at + 4, size - 2, "Exif\0", 6)
				? orientation(d + at + 10, size - 8)
				: 0;
		if (which > 1 && !turned) {
			put_orientation(out, which);
			turned = true;
		}
		if (jpeg_keeps(marker, d + at + 4, size - 2))
			put_segment(out, marker, d + at + 4, size - 2);
		at += 2 + size;
		if (marker != SOS)
			continue;
		scanned = true;
		end = scan_end(d, at, len);
		buf_add(out, d + at, end - at);
		at = end;
	}
	return false; /* cut short */
}

/* ---- PNG ------------------------------------------------------------------------------------- */

enum { CHUNK_HEAD = 8, CHUNK_AROUND = 12 };

static bool png_keeps(const uint8_t *type)
{
	static const char kept[][5] = { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA",
		"iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "pHYs", "acTL", "fcTL",
		"fdAT" };

	for (size_t i = 0; i < COUNT(kept); i++)
		if (memcmp(type, kept[i], 4) == 0)
			return true;
	return false;
}

bool file_clean_png(struct bytes in, struct buf *out)
{
	static const uint8_t sign[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
	size_t at = sizeof sign, size;
	bool has_picture = false;

	if (in.len < sizeof sign || memcmp(in.data, sign, sizeof sign) != 0)
		return false;
	buf_add(out, sign, sizeof sign);
	while (in.len - at >= CHUNK_AROUND) {
		const uint8_t *type = in.data + at + 4;

		size = big32(in.data + at);
		if (size > in.len - at - CHUNK_AROUND)
			return false;
		if ((at == sizeof sign) != (memcmp(type, "IHDR", 4) == 0))
			return false;
		has_picture |= memcmp(type, "IDAT", 4) == 0;
		if (png_keeps(type))
			buf_add(out, in.data + at, size + CHUNK_AROUND);
		else if (!(type[0] & 0x20)) /* critical, and nobody knows it */
			return false;
		at += size + CHUNK_AROUND;
		if (memcmp(type, "IEND", 4) == 0)
			return has_picture; /* what follows is cut off */
	}
	return false;
}

/* ---- WebP ------------------------------------------------------------------------------------ */

enum { RIFF_HEAD = 12, VP8X_SIZE = 10, FLAG_XMP = 0x04, FLAG_EXIF = 0x08 };

static bool webp_keeps(const uint8_t *type)
{
	static const char kept[][5] = { "VP8 ", "VP8L", "VP8X", "ANIM", "ANMF", "ALPH", "ICCP" };

	for (size_t i = 0; i < COUNT(kept); i++)
		if (memcmp(type, kept[i], 4) == 0)
			return true;
	return false;
}

/* A frame of an animation is chunks again, behind 16 bytes (2.7.1.1): only its picture stays. */
static bool frame_is_plain(const uint8_t *data, size_t len)
{
	size_t at = 16, size;

	while (at < len) {
		if (len - at < CHUNK_HEAD)
			return false;
		size = little32(data + at + 4);
		if (size > len - at - CHUNK_HEAD || !webp_keeps(data + at))
			return false;
		at += CHUNK_HEAD + size + (size & 1);
	}
	return len >= 16;
}

bool file_clean_webp(struct bytes in, struct buf *out)
{
	const uint8_t *d = in.data;
	size_t at = RIFF_HEAD, from = out->len, end, size, riff;
	bool has_picture = false;

	if (in.len < RIFF_HEAD || memcmp(d, "RIFF", 4) != 0 || memcmp(d + 8, "WEBP", 4) != 0)
		return false;
	riff = little32(d + 4);
	if (riff < 4 || riff & 1 || riff > in.len - CHUNK_HEAD)
		return false;
	end = riff + CHUNK_HEAD; /* what follows is cut off */
	buf_add(out, d, RIFF_HEAD);
	for (; at < end; at += CHUNK_HEAD + size + (size & 1)) {
		if (end - at < CHUNK_HEAD)
			return false;
		size = little32(d + at + 4);
		if (size > end - at - CHUNK_HEAD)
			return false;
		if (!webp_keeps(d + at))
			continue;
		if (memcmp(d + at, "VP8X", 4) == 0 && size != VP8X_SIZE)
			return false;
		if (memcmp(d + at, "ANMF", 4) == 0 && !frame_is_plain(d + at + 8, size))
			return false;
		has_picture |= memcmp(d + at, "VP8 ", 4) == 0 || memcmp(d + at, "VP8L", 4) == 0 ||
			       memcmp(d + at, "ANMF", 4) == 0;
		buf_add(out, d + at, CHUNK_HEAD + size);
		if (memcmp(d + at, "VP8X", 4) == 0)
			out->data[out->len - VP8X_SIZE] =
				(char)(d[at + 8] & ~(FLAG_XMP | FLAG_EXIF));
		if (size & 1)
			buf_addc(out, '\0');
	}
	size = out->len - from - CHUNK_HEAD;
	for (int i = 0; i < 4; i++)
		out->data[from + 4 + (size_t)i] = (char)(size >> (8 * i));
	return has_picture;
}
