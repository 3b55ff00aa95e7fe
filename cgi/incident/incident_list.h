/* incident_list.h: the queue of incidents, as its page and its files read it. */
#ifndef INCIDENT_LIST_H
#define INCIDENT_LIST_H

#include "incident.h"
#include "list.h"

/* Reads the address; fills `in` with what it asks for. */
struct list *incident_list_open(struct req *, struct q_incidents_list_in *in);
/* Whom it is about: "Their own practice", a provider's name, "Not known". */
const char *incident_list_about(const struct q_incidents_list *);
const char *incident_list_kind(const char *code); /* "Poor outcome" */
/* The same after the name of the practice: "about itself", "about Eastmere General Hospital". */
const char *incident_list_whom(TALLOC_CTX *, const struct q_incidents_list *);
/* The worse harm: "Fatal", "Moderate psychological harm"; "" when none was given. */
const char *incident_list_harm(TALLOC_CTX *, const struct q_incidents_list *);
#endif
