/* account_parts.h: what the pages of an account share. */
#ifndef ACCOUNT_PARTS_H
#define ACCOUNT_PARTS_H

#include "form.h"
#include "req.h"

/* Fields of these forms. */
#define FIELD_NEW_PASSWORD(member)                                                                 \
	{                                                                                          \
		.type = FIELD_PASSWORD, .name = "password", .label = "New password",               \
		.required = true, .autocomplete = "new-password",                                  \
		.hint = "12 characters or more. Three or four words that have nothing to do with " \
			"each other are safe and easy to remember. You may paste it from a "       \
			"password manager.",                                                       \
		.missing = "Enter a new password", .into = (member)                                \
	}
#define FIELD_NEW_CODE(called, member)                                                             \
	{                                                                                          \
		.type = FIELD_CODE, .name = (called), .label = "Code from the app",                \
		.required = true, .autocomplete = "one-time-code",                                 \
		.hint = "The 6 numbers that your authenticator app shows now",                     \
		.missing = "Enter the code that your authenticator app shows", .into = (member)    \
	}
#define FIELD_ANY_CODE(member)                                                                     \
	{                                                                                          \
		.type = FIELD_CODE, .name = "code", .label = "One-time code or recovery code",     \
		.required = true, .max_length = 16, .autocomplete = "one-time-code",               \
		.hint = "The 6 numbers that your authenticator app shows now, or one of your "     \
			"recovery codes",                                                          \
		.missing = "Enter a one-time code or a recovery code", .into = (member)            \
	}

/* The picture and the text of a new device's secret, at {{>DEVICE}}. False: it was sealed with a
 * key that we no longer have. */
bool account_show_device(struct req *, struct bytes sealed, const char *email);
/* {{#MEMBERSHIP}} lines at {{#HAS_MEMBERSHIPS}}: what somebody may do, and where. */
void account_show_roles(struct req *, int64_t person_id);
/* Says at the field why this password cannot be; false then. */
bool account_password_fine(struct req *, struct form *, const char *password, const char *name,
	const char *email, const char *organisation);
void account_set_password(struct req *, int64_t person_id, const char *password);
/* The step of a code of the new device; 0, said at the field, when it is none. */
int64_t account_new_step(
	struct req *, struct form *, const char *field, struct bytes sealed, const char *code);
#endif
