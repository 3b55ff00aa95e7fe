/* password.h: which passwords are refused. Length and what is easily guessed, never "one capital
 * and one digit" (NCSC, NIST SP 800-63B 5.1.1.2). Pure but for the dictionary, a file of Debian's.
 */
#ifndef PASSWORD_H
#define PASSWORD_H

#include <stdbool.h>
#include <stddef.h>
#include <talloc.h>

enum { PASSWORD_LEAST = 12, PASSWORD_MOST = 200 };

/* Whose password it is to be; each may be NULL. */
struct password_owner {
	const char *name, *email, *organisation;
	const char *installation; /* the name of the organisation that runs Soundings */
};

/* One plain sentence that says what is wrong, or NULL: it may be used. The bytes are kept as they
 * came: a keyboard that writes é as two characters (Unicode NFD) signs in with two again. */
const char *password_refusal(TALLOC_CTX *, const char *password, const struct password_owner *);
/* Is the dictionary there? Without it no password can be chosen. */
bool password_dictionary(void);
#endif
