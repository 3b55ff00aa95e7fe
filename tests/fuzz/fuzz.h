/* fuzz.h: what every fuzz target needs. A target asserts what must hold for any bytes; a sanitizer
 * watches the rest. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include "buf.h"
#include "conf.h"
#include "params.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Settings with one seal key, from a file that is only in memory. */
static inline struct conf *fuzz_conf(void)
{
	static const char text[] =
		"organisation = Fuzz\npublic_url = http://localhost:8080\n"
		"staff_url = http://localhost:8081\ncontact = help@example.nhs.uk\n"
		"db.socket = var/nobody-is-there.sock\ndb.name = fuzz\n"
		"db.public.user = a\ndb.public.password = a\n"
		"db.staff.user = b\ndb.staff.password = b\n"
		"seal.key = 000102030405060708090a0b0c0d0e0f"
		"101112131415161718191a1b1c1d1e1f\n"
		"secret.key = 202122232425262728292a2b2c2d2e2f"
		"303132333435363738393a3b3c3d3e3f\n";
	int file = memfd_create("settings", 0);
	char name[40];
	struct conf *conf;

	ASSERT(file >= 0 && write(file, text, sizeof text - 1) == sizeof text - 1);
	snprintf(name, sizeof name, "/proc/self/fd/%d", file);
	setenv("SOUNDINGS_CONF", name, 1);
	conf = must(conf_load(NULL));
	close(file);
	return conf;
}

/* The bytes as a string of exactly their size, so that one byte read too far is seen. */
static inline char *fuzz_string(const uint8_t *data, size_t size)
{
	char *copy = must(malloc(size + 1));

	memcpy(copy, data, size);
	copy[size] = '\0';
	return copy;
}

/* Text that may go into a page or the database. */
static inline bool fuzz_is_clean(const char *text)
{
	if (!text_is_utf8(text, strlen(text)))
		return false;
	for (const unsigned char *s = (const unsigned char *)text; *s; s++)
		if ((*s < 0x20 && *s != '\n' && *s != '\t') || *s == 0x7f)
			return false;
	return !strstr(text, "\xE2\x80\xAE") && !strstr(text, "\xE2\x81\xA6");
}
#endif
