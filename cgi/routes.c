/* routes.c: every address of Soundings. Read this first. */
#include "routes.h"

#include <string.h>
#include "access.h"
#include "pages.h"

const struct route routes[] = {
	/* the public pool: nobody signs in */
	{ METHOD_GET, "/", POOL_PUBLIC, WHO_EVERYONE, public_home },
	{ METHOD_GET, "/accessibility", POOL_PUBLIC | POOL_STAFF, WHO_EVERYONE,
		accessibility_view },
	{ METHOD_GET, "/privacy", POOL_PUBLIC | POOL_STAFF, WHO_EVERYONE, privacy_view },
	{ METHOD_GET, "/health", POOL_PUBLIC | POOL_STAFF, WHO_EVERYONE, health_view },
	{ METHOD_GET, "/s/:slug", POOL_PUBLIC, WHO_EVERYONE, survey_start },
	{ METHOD_GET, "/s/:slug/:page", POOL_PUBLIC, WHO_EVERYONE, survey_page_view },
	{ METHOD_POST, "/s/:slug/:page", POOL_PUBLIC, WHO_EVERYONE, survey_page_save },
	{ METHOD_GET, "/s/:slug/sent/:token", POOL_PUBLIC, WHO_EVERYONE, survey_sent },

	/* the staff pool: everybody signs in */
	{ METHOD_GET, "/", POOL_STAFF, WHO_SIGNED_IN, staff_home },
	{ METHOD_GET, "/help", POOL_STAFF, WHO_SIGNED_IN, help_view },
	{ METHOD_GET, "/sign-in", POOL_STAFF, WHO_EVERYONE, sign_in_view },
	{ METHOD_POST, "/sign-in", POOL_STAFF, WHO_EVERYONE, sign_in_save },
	{ METHOD_POST, "/sign-out", POOL_STAFF, WHO_SIGNED_IN, sign_out },
	{ METHOD_GET, "/acting", POOL_STAFF, WHO_SIGNED_IN, acting_view },
	{ METHOD_POST, "/acting", POOL_STAFF, WHO_SIGNED_IN, acting_save },
	{ METHOD_GET, "/kept/:id", POOL_STAFF, WHO_SIGNED_IN, kept_view },
	{ METHOD_POST, "/kept/:id/remove", POOL_STAFF, WHO_SIGNED_IN, kept_remove },

	/* one's own account: account_link.c, account_requests.c, account_pages.c. (The addresses
	 * that hash a password are in nginx's configuration too.) */
	{ METHOD_GET, "/sign-in/recovery", POOL_STAFF, WHO_EVERYONE, sign_in_recovery_view },
	{ METHOD_POST, "/sign-in/recovery", POOL_STAFF, WHO_EVERYONE, sign_in_recovery_save },
	{ METHOD_GET, "/join/:token", POOL_STAFF, WHO_EVERYONE, account_join_view },
	{ METHOD_POST, "/join/:token", POOL_STAFF, WHO_EVERYONE, account_join_save },
	{ METHOD_GET, "/reset/:token", POOL_STAFF, WHO_EVERYONE, account_reset_view },
	{ METHOD_POST, "/reset/:token", POOL_STAFF, WHO_EVERYONE, account_reset_save },
	{ METHOD_GET, "/device/:token", POOL_STAFF, WHO_EVERYONE, account_lost_device_view },
	{ METHOD_POST, "/device/:token", POOL_STAFF, WHO_EVERYONE, account_lost_device_save },
	{ METHOD_GET, "/forgotten", POOL_STAFF, WHO_EVERYONE, account_forgotten_view },
	{ METHOD_POST, "/forgotten", POOL_STAFF, WHO_EVERYONE, account_forgotten_save },
	{ METHOD_GET, "/account", POOL_STAFF, WHO_SIGNED_IN, account_view },
	{ METHOD_GET, "/account/password", POOL_STAFF, WHO_SIGNED_IN, account_password_view },
	{ METHOD_POST, "/account/password", POOL_STAFF, WHO_SIGNED_IN, account_password_save },
	{ METHOD_GET, "/account/device", POOL_STAFF, WHO_SIGNED_IN, account_device_view },
	{ METHOD_POST, "/account/device", POOL_STAFF, WHO_SIGNED_IN, account_device_save },
	{ METHOD_GET, "/account/recovery-codes", POOL_STAFF, WHO_SIGNED_IN, account_codes_view },
	{ METHOD_POST, "/account/recovery-codes", POOL_STAFF, WHO_SIGNED_IN, account_codes_save },
	{ METHOD_GET, "/account/sign-out-everywhere", POOL_STAFF, WHO_SIGNED_IN,
		account_everywhere_view },
	{ METHOD_POST, "/account/sign-out-everywhere", POOL_STAFF, WHO_SIGNED_IN,
		account_everywhere_save },

	/* organisations: organisations.c, organisation_edit.c, organisation_import.c */
	{ METHOD_GET, "/organisations", POOL_STAFF, STAFF, organisations_list },
	{ METHOD_GET, "/organisations.csv", POOL_STAFF, STAFF, organisations_csv },
	{ METHOD_GET, "/organisations/new", POOL_STAFF, RUNS, organisation_new },
	{ METHOD_POST, "/organisations/new", POOL_STAFF, RUNS, organisation_new_save },
	{ METHOD_GET, "/organisations/import", POOL_STAFF, RUNS, import_new },
	{ METHOD_POST, "/organisations/import", POOL_STAFF | TAKES_FILES, RUNS, import_save },
	{ METHOD_GET, "/organisations/import/:id", POOL_STAFF, RUNS, import_view },
	{ METHOD_POST, "/organisations/import/:id", POOL_STAFF, RUNS, import_store },
	{ METHOD_GET, "/organisations/:code/edit", POOL_STAFF, RUNS, organisation_edit },
	{ METHOD_POST, "/organisations/:code/edit", POOL_STAFF, RUNS, organisation_edit_save },
	{ METHOD_GET, "/organisations/:code/close", POOL_STAFF, RUNS, organisation_close_view },
	{ METHOD_POST, "/organisations/:code/close", POOL_STAFF, RUNS, organisation_close_save },
	{ METHOD_GET, "/organisations/:code/reopen", POOL_STAFF, RUNS, organisation_reopen_view },
	{ METHOD_POST, "/organisations/:code/reopen", POOL_STAFF, RUNS, organisation_reopen_save },
	{ METHOD_GET, "/organisations/:code/merge", POOL_STAFF, RUNS, organisation_merge_view },
	{ METHOD_POST, "/organisations/:code/merge", POOL_STAFF, RUNS, organisation_merge_save },
	{ METHOD_GET, "/organisations/:code/list-size", POOL_STAFF, RUNS, list_size_view },
	{ METHOD_POST, "/organisations/:code/list-size", POOL_STAFF, RUNS, list_size_save },

	/* localities and peer groups: groups.c, groups_members.c */
	{ METHOD_GET, "/localities", POOL_STAFF, STAFF, groups_list },
	{ METHOD_GET, "/localities/new", POOL_STAFF, RUNS, group_new },
	{ METHOD_POST, "/localities/new", POOL_STAFF, RUNS, group_new_save },
	{ METHOD_GET, "/localities/:id/edit", POOL_STAFF, RUNS, group_rename_view },
	{ METHOD_POST, "/localities/:id/edit", POOL_STAFF, RUNS, group_rename_save },
	{ METHOD_GET, "/localities/:id/delete", POOL_STAFF, RUNS, group_delete_view },
	{ METHOD_POST, "/localities/:id/delete", POOL_STAFF, RUNS, group_delete_save },
	{ METHOD_GET, "/localities/:id/members", POOL_STAFF, RUNS, group_members },
	{ METHOD_POST, "/localities/:id/members", POOL_STAFF, RUNS, group_members_save },
	{ METHOD_GET, "/peer-groups", POOL_STAFF, STAFF, groups_list },
	{ METHOD_GET, "/peer-groups/new", POOL_STAFF, RUNS, group_new },
	{ METHOD_POST, "/peer-groups/new", POOL_STAFF, RUNS, group_new_save },
	{ METHOD_GET, "/peer-groups/:id/edit", POOL_STAFF, RUNS, group_rename_view },
	{ METHOD_POST, "/peer-groups/:id/edit", POOL_STAFF, RUNS, group_rename_save },
	{ METHOD_GET, "/peer-groups/:id/delete", POOL_STAFF, RUNS, group_delete_view },
	{ METHOD_POST, "/peer-groups/:id/delete", POOL_STAFF, RUNS, group_delete_save },
	{ METHOD_GET, "/peer-groups/:id/members", POOL_STAFF, RUNS, group_members },
	{ METHOD_POST, "/peer-groups/:id/members", POOL_STAFF, RUNS, group_members_save },
	{ METHOD_GET, "/organisations/:code", POOL_STAFF, WHO_SIGNED_IN, organisation_view },

	/* people: people.c, person.c and its neighbours */
	{ METHOD_GET, "/people", POOL_STAFF, WATCHES, people_list },
	{ METHOD_GET, "/people.csv", POOL_STAFF, WATCHES, people_csv },
	{ METHOD_GET, "/people/invite", POOL_STAFF, RUNS, people_invite },
	{ METHOD_POST, "/people/invite", POOL_STAFF, RUNS, people_invite_save },
	{ METHOD_GET, "/people/signed-in", POOL_STAFF, WATCHES, people_signed_in },
	{ METHOD_GET, "/people/devices", POOL_STAFF, WATCHES, device_requests_list },
	{ METHOD_GET, "/people/devices/:request", POOL_STAFF, WATCHES, device_request_view },
	{ METHOD_GET, "/people/devices/:request/answer", POOL_STAFF, RUNS, device_request_answer },
	{ METHOD_POST, "/people/devices/:request/answer", POOL_STAFF, RUNS,
		device_request_answer_save },
	{ METHOD_GET, "/people/:person", POOL_STAFF, WATCHES, person_view },
	{ METHOD_GET, "/people/:person/edit", POOL_STAFF, RUNS, person_edit },
	{ METHOD_POST, "/people/:person/edit", POOL_STAFF, RUNS, person_edit_save },
	{ METHOD_GET, "/people/:person/roles", POOL_STAFF, RUNS, person_roles },
	{ METHOD_POST, "/people/:person/roles", POOL_STAFF, RUNS, person_roles_save },
	{ METHOD_GET, "/people/:person/disable", POOL_STAFF, RUNS, person_disable },
	{ METHOD_POST, "/people/:person/disable", POOL_STAFF, RUNS, person_disable_save },
	{ METHOD_GET, "/people/:person/enable", POOL_STAFF, RUNS, person_enable },
	{ METHOD_POST, "/people/:person/enable", POOL_STAFF, RUNS, person_enable_save },
	{ METHOD_GET, "/people/:person/send-again", POOL_STAFF, RUNS, person_send_again },
	{ METHOD_POST, "/people/:person/send-again", POOL_STAFF, RUNS, person_send_again_save },
	{ METHOD_GET, "/people/:person/sign-out", POOL_STAFF, RUNS, person_sign_out_view },
	{ METHOD_POST, "/people/:person/sign-out", POOL_STAFF, RUNS, person_sign_out_save },
	{ METHOD_GET, "/people/:person/device", POOL_STAFF, RUNS, device_request_new },
	{ METHOD_POST, "/people/:person/device", POOL_STAFF, RUNS, device_request_save },

	/* the trail: audit_pages.c */
	{ METHOD_GET, "/audit", POOL_STAFF, WATCHES, audit_view },
	{ METHOD_GET, "/audit.csv", POOL_STAFF, WATCHES, audit_csv },
	{ METHOD_GET, "/audit/anchors", POOL_STAFF, WATCHES, audit_anchors_view },
	{ METHOD_GET, "/audit/anchors.csv", POOL_STAFF, WATCHES, audit_anchors_csv },

	/* mail: mail_pages.c */
	{ METHOD_GET, "/mail", POOL_STAFF, WATCHES, mail_list },
	{ METHOD_GET, "/mail.csv", POOL_STAFF, WATCHES, mail_csv },
	{ METHOD_GET, "/mail/test", POOL_STAFF, RUNS, mail_test },
	{ METHOD_POST, "/mail/test", POOL_STAFF, RUNS, mail_test_save },
	{ METHOD_GET, "/mail/:message", POOL_STAFF, WATCHES, mail_view },
	{ METHOD_POST, "/mail/:message/retry", POOL_STAFF, RUNS, mail_retry },
	{ METHOD_POST, "/mail/:message/give-up", POOL_STAFF, RUNS, mail_give_up },

	/* settings: settings.c */
	{ METHOD_GET, "/settings", POOL_STAFF, WATCHES, settings_list },
	{ METHOD_GET, "/settings/:group", POOL_STAFF, RUNS, settings_edit },
	{ METHOD_POST, "/settings/:group", POOL_STAFF, RUNS, settings_save },

	/* surveys: surveys.c, results.c, export.c */
	{ METHOD_GET, "/surveys", POOL_STAFF, READS_SURVEYS, surveys_list },
	{ METHOD_GET, "/surveys.csv", POOL_STAFF, READS_SURVEYS, surveys_csv },
	{ METHOD_GET, "/surveys/:slug", POOL_STAFF, READS_SURVEYS, survey_view },
	{ METHOD_GET, "/surveys/:slug/results", POOL_STAFF, READS_SURVEYS, results_view },
	{ METHOD_GET, "/surveys/:slug/results.csv", POOL_STAFF, READS_SURVEYS, results_csv },
	{ METHOD_GET, "/surveys/:slug/results/:question", POOL_STAFF, READS_SURVEYS, results_text },
	{ METHOD_GET, "/surveys/:slug/responses.csv", POOL_STAFF, READS_SURVEYS, responses_csv },
};
const size_t n_routes = COUNT(routes);
