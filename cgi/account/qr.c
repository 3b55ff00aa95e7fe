/* qr.c: QR codes. Which squares are dark is libqrencode's; we draw them. */
#include "qr.h"

#include <qrencode.h>
#include <string.h>
#include "buf.h"

enum { QUIET = 4 };

/* Neighbours in a row are one rectangle: a quarter of the text. */
static void draw_row(struct buf *out, const unsigned char *row, int width, int y)
{
	for (int x = 0, n; x < width; x += n) {
		for (n = 0; x + n < width && (row[x + n] & 1); n++)
			;
		if (n > 0)
			buf_addf(out, "M%d %dh%dv1h-%dz", x + QUIET, y + QUIET, n, n);
		n += !n;
	}
}

struct qr qr_make(TALLOC_CTX *ctx, const char *text)
{
	QRcode *code = must(QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M));
	struct buf path = { .ctx = ctx };
	struct qr qr;

	for (int y = 0; y < code->width; y++)
		draw_row(&path, code->data + y * code->width, code->width, y);
	qr = (struct qr){ .path = buf_text(&path), .size = code->width + 2 * QUIET };
	QRcode_free(code);
	return qr;
}

static void add_escaped(struct buf *out, const char *text)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
				    "-_.~@";

	for (; *text; text++)
		if (strchr(plain, *text))
			buf_addc(out, *text);
		else if (*text != ':') /* parts issuer and account */
			buf_addf(out, "%%%02X", (unsigned char)*text);
}

const char *qr_otpauth(TALLOC_CTX *ctx, const char *issuer, const char *account, const char *base32)
{
	struct buf out = { .ctx = ctx };

	buf_adds(&out, "otpauth://totp/");
	add_escaped(&out, issuer);
	buf_addc(&out, ':');
	add_escaped(&out, account);
	buf_addf(&out, "?secret=%s&issuer=", base32);
	add_escaped(&out, issuer);
	return buf_text(&out);
}
