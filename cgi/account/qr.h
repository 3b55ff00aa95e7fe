/* qr.h: QR codes (libqrencode) as one path of SVG, so that a template draws them without a style.
 */
#ifndef QR_H
#define QR_H

#include <stdint.h>
#include <talloc.h>

struct qr {
	const char *path; /* the dark squares, one unit each */
	int64_t size;     /* units a side, with the quiet zone of four around it (ISO 18004) */
};

/* Text of up to 1,000 bytes. */
struct qr qr_make(TALLOC_CTX *, const char *text);
/* What an authenticator app reads (Google's Key URI format): whose secret it is, and of what. */
const char *qr_otpauth(TALLOC_CTX *, const char *issuer, const char *account, const char *base32);
#endif
