/* incident_file.h: files of an incident: which there are, adding one, opening one, removing one.
 *
 * Three doors lead to them: the practice that reports, incident managers (and the auditor), and an
 * organisation that was asked to look into it. Each sees what is for it. */
#ifndef INCIDENT_FILE_H
#define INCIDENT_FILE_H

#include "file_check.h"
#include "incident.h"

/* All that one organisation may add to an incident. */
enum {
	FILES_BYTES_MOST = 30 * 1024 * 1024,
	FILES_OF_ONE = 10,
};

/* Whose files, and through which door. */
struct files_place {
	int64_t incident_id, request_id; /* request_id: 0 but for an organisation that was asked */
	const char *incident_ref;        /* for the trail */
	const char *ref;                 /* as this door calls it */
	const char *base;                /* the page they belong to: "/reports/7KQF-2MXW" */
	const char *title;               /* in a few words; "" for none */
	unsigned audience;               /* what is seen through this door: a FOR_ bit */
	bool draft, may_add, may_remove; /* may_remove: a manager, any of them */
};

/* The list at {{>FILES}} of t, for who reads with these eyes (FOR_MANAGER, FOR_REPORTER); the
 * caller has asked whether they may see the incident. Nothing can be removed there. */
void incident_files_show(struct req *, int64_t incident_id, unsigned audience, struct tpl *t);
/* The same with a word about each that may be removed. Gives how many there are. */
size_t incident_files_list(struct req *, const struct files_place *, struct tpl *t);

/* {"file": "PDF, 34 KB"}: for the history, where the name would stay for ever. */
json_t *incident_file_fact(TALLOC_CTX *, const char *type, int64_t bytes);

/* The page with the list and the form; `f` NULL where nothing can be added. */
int incident_files_page(struct req *, const struct files_place *, struct form *f, int status);

/* The doors: each gives 0, or what the page returns. */
int files_of_report(struct req *, struct files_place *);
int files_of_incident(struct req *, struct files_place *);
typedef int files_door(struct req *, struct files_place *);

/* The form of a door: a file, and for a manager who may open it. */
struct form *incident_file_form(struct req *, const struct files_place *);
/* GET and POST of any door. */
int incident_files_open(struct req *, files_door *);
int incident_file_add(struct req *, files_door *);
#endif
