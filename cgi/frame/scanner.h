/* scanner.h: asks a virus scanner that speaks clamd's protocol (clamd(8), INSTREAM), over a unix or
 * a TCP socket: `clamd.socket` of the settings. */
#ifndef SCANNER_H
#define SCANNER_H

#include <talloc.h>
#include "conf.h"
#include "db.h"

enum scanned {
	SCAN_NONE,  /* there is no scanner here */
	SCAN_CLEAN, /* it found nothing */
	SCAN_FOUND, /* *virus is its name for it */
	SCAN_AWAY,  /* it did not answer, or not so that we know (said on stderr) */
};
/* Takes SCANNER_SECONDS at most, however the scanner behaves. */
enum { SCANNER_SECONDS = 8 };
enum scanned scanner_scan(const struct conf *, TALLOC_CTX *, struct bytes, const char **virus);
/* Can it be connected to? True where none is configured. (soundings check) */
bool scanner_check(const struct conf *);

/* Pure: what an answer means ("stream: OK"). */
enum scanned scanner_answer(TALLOC_CTX *, const char *answer, const char **virus);
#endif
