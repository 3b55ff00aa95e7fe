/* pages.h: every page function, for the table of routes alone. */
#ifndef PAGES_H
#define PAGES_H

#include "req.h"

/* home.c */
int public_home(struct req *);
int staff_home(struct req *);
int help_view(struct req *);
int accessibility_view(struct req *);
int privacy_view(struct req *);
int health_view(struct req *);

/* sign_in.c */
int sign_in_view(struct req *);
int sign_in_save(struct req *);
int sign_out(struct req *);
int sign_in_recovery_view(struct req *);
int sign_in_recovery_save(struct req *);

/* survey.c */
int survey_start(struct req *);
int survey_page_view(struct req *);
int survey_page_save(struct req *);
int survey_sent(struct req *);

/* acting.c, kept.c */
int acting_view(struct req *);
int acting_save(struct req *);
int kept_view(struct req *);
int kept_remove(struct req *);

/* one's own account: account_link.c, account_requests.c, account_pages.c */
int account_join_view(struct req *);
int account_join_save(struct req *);
int account_reset_view(struct req *);
int account_reset_save(struct req *);
int account_lost_device_view(struct req *);
int account_lost_device_save(struct req *);
int account_forgotten_view(struct req *);
int account_forgotten_save(struct req *);
int account_view(struct req *);
int account_password_view(struct req *);
int account_password_save(struct req *);
int account_device_view(struct req *);
int account_device_save(struct req *);
int account_codes_view(struct req *);
int account_codes_save(struct req *);
int account_everywhere_view(struct req *);
int account_everywhere_save(struct req *);

/* import_pages.c */
int import_new(struct req *);
int import_save(struct req *);
int import_view(struct req *);
int import_store(struct req *);

/* organisations.c, organisation_edit.c */
int organisations_list(struct req *);
int organisations_csv(struct req *);
int organisation_new(struct req *);
int organisation_new_save(struct req *);
int organisation_edit(struct req *);
int organisation_edit_save(struct req *);
int organisation_close_view(struct req *);
int organisation_close_save(struct req *);
int organisation_reopen_view(struct req *);
int organisation_reopen_save(struct req *);
int organisation_merge_view(struct req *);
int organisation_merge_save(struct req *);
int list_size_view(struct req *);
int list_size_save(struct req *);

/* groups.c, groups_members.c: localities and peer groups */
int groups_list(struct req *);
int group_new(struct req *);
int group_new_save(struct req *);
int group_rename_view(struct req *);
int group_rename_save(struct req *);
int group_delete_view(struct req *);
int group_delete_save(struct req *);
int group_members(struct req *);
int group_members_save(struct req *);
int organisation_view(struct req *);

/* people.c, person.c, person_invite.c, person_change.c, person_roles.c, device_request.c */
int people_list(struct req *);
int people_csv(struct req *);
int people_signed_in(struct req *);
int people_invite(struct req *);
int people_invite_save(struct req *);
int person_view(struct req *);
int person_edit(struct req *);
int person_edit_save(struct req *);
int person_roles(struct req *);
int person_roles_save(struct req *);
int person_disable(struct req *);
int person_disable_save(struct req *);
int person_enable(struct req *);
int person_enable_save(struct req *);
int person_send_again(struct req *);
int person_send_again_save(struct req *);
int person_sign_out_view(struct req *);
int person_sign_out_save(struct req *);
int device_request_new(struct req *);
int device_request_save(struct req *);
int device_requests_list(struct req *);
int device_request_view(struct req *);
int device_request_answer(struct req *);
int device_request_answer_save(struct req *);

/* audit_pages.c */
int audit_view(struct req *);
int audit_csv(struct req *);
int audit_anchors_view(struct req *);
int audit_anchors_csv(struct req *);

/* mail_pages.c */
int mail_list(struct req *);
int mail_csv(struct req *);
int mail_view(struct req *);
int mail_retry(struct req *);
int mail_give_up(struct req *);
int mail_test(struct req *);
int mail_test_save(struct req *);

/* settings.c */
int settings_list(struct req *);
int settings_edit(struct req *);
int settings_save(struct req *);

/* results.c, export.c */
int surveys_list(struct req *);
int surveys_csv(struct req *);
int survey_view(struct req *);
int results_view(struct req *);
int results_csv(struct req *);
int results_text(struct req *);
int responses_csv(struct req *);
#endif
