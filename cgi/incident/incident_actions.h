/* incident_actions.h: what is to be done because of an incident. */
#ifndef INCIDENT_ACTIONS_H
#define INCIDENT_ACTIONS_H

#include "incident.h"

enum action_state { ACTION_OPEN, ACTION_DONE, ACTION_CANCELLED, ACTION_STATES };
extern const struct choice action_states[ACTION_STATES];

/* The owner as people read it: "Anna Price", "Tom Reed, Quayside Hospital". */
const char *action_owner(
	TALLOC_CTX *, const char *owner, const char *owner_name, const char *owner_organisation);
/* {{#OPEN}}, {{#OVERDUE}}, {{#DONE}} or {{#CANCELLED}} of a row. */
void action_show_state(struct req *, struct tpl *line, const char *state, const char *due_on);

/* For "What waits for you": open actions of the person, and those of them that are overdue. */
int64_t actions_open_for_me(struct req *);
int64_t actions_late_for_me(struct req *);
#endif
