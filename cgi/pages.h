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

/* holidays.c */
int holidays_list(struct req *);
int holiday_new(struct req *);
int holiday_new_save(struct req *);
int holiday_remove(struct req *);
int holiday_remove_save(struct req *);

/* investigating.c, incident_factors.c, incident_steps.c */
int incident_notes_view(struct req *);
int incident_note_new(struct req *);
int incident_note_new_save(struct req *);
int incident_note_correct(struct req *);
int incident_note_correct_save(struct req *);
int incident_found_edit(struct req *);
int incident_found_save(struct req *);
int incident_factors_edit(struct req *);
int incident_factors_save(struct req *);
int incident_step_new(struct req *);
int incident_step_new_save(struct req *);
int incident_step_edit(struct req *);
int incident_step_edit_save(struct req *);
int incident_step_remove(struct req *);
int incident_step_remove_save(struct req *);
/* reports.c, report_steps.c, report_check.c, report_view.c */
int reports_list(struct req *);
int reports_csv(struct req *);
int report_new_view(struct req *);
int report_new_save(struct req *);
int report_step_view(struct req *);
int report_step_save(struct req *);
int report_person_view(struct req *);
int report_person_save(struct req *);
int report_check_view(struct req *);
int report_send(struct req *);
int report_sent_view(struct req *);
int report_discard_view(struct req *);
int report_discard(struct req *);
int report_answer_view(struct req *);
int report_answer(struct req *);
int report_add_view(struct req *);
int report_add(struct req *);
int report_look_again_view(struct req *);
int report_look_again(struct req *);
int report_view(struct req *);

/* anonymous.c, anonymous_progress.c, anonymous_link.c */
int anonymous_start(struct req *);
int anonymous_page_view(struct req *);
int anonymous_page_save(struct req *);
int anonymous_sent(struct req *);
int anonymous_progress(struct req *);
int anonymous_progress_save(struct req *);
int anonymous_link_view(struct req *);
int anonymous_link_save(struct req *);
int anonymous_link_poster(struct req *);

/* cgi/proposal */
int proposals_list(struct req *);
int proposals_csv(struct req *);
int proposal_new(struct req *);
int proposal_new_save(struct req *);
int proposal_view(struct req *);
int proposal_themes(struct req *);
int proposal_themes_add(struct req *);
int proposal_theme_edit(struct req *);
int proposal_theme_save(struct req *);
int proposal_theme_move(struct req *);
int proposal_theme_merge(struct req *);
int proposal_theme_merge_save(struct req *);
int proposal_review(struct req *);
int proposal_review_save(struct req *);
int proposal_help(struct req *);
int proposal_edit(struct req *);
int proposal_edit_save(struct req *);
int proposal_sections_move(struct req *);
int proposal_section_new(struct req *);
int proposal_section_new_save(struct req *);
int proposal_section_edit(struct req *);
int proposal_section_edit_save(struct req *);
int proposal_section_remove(struct req *);
int proposal_section_remove_save(struct req *);
int stakeholder_groups(struct req *);
int stakeholder_group_new(struct req *);
int stakeholder_group_new_save(struct req *);
int stakeholder_group_view(struct req *);
int stakeholder_members_add(struct req *);
int stakeholder_group_edit(struct req *);
int stakeholder_group_edit_save(struct req *);
int stakeholder_member_remove(struct req *);
int stakeholder_member_remove_save(struct req *);
int proposal_groups_view(struct req *);
int proposal_groups_save(struct req *);
int proposal_group_edit(struct req *);
int proposal_group_edit_save(struct req *);
int proposal_group_remove(struct req *);
int proposal_group_remove_save(struct req *);
int proposal_group_write(struct req *);
int proposal_group_write_send(struct req *);
int proposal_document_new(struct req *);
int proposal_document_new_save(struct req *);
int proposal_document_open(struct req *);
int proposal_document_remove(struct req *);
int proposal_document_remove_save(struct req *);
int proposal_text_new(struct req *);
int proposal_text_new_save(struct req *);
int proposal_text_edit(struct req *);
int proposal_text_edit_save(struct req *);
int proposal_text_remove(struct req *);
int proposal_text_remove_save(struct req *);
int proposal_own(struct req *);
int proposal_own_move(struct req *);
int proposal_own_question(struct req *);
int proposal_own_question_save(struct req *);
int proposal_own_question_remove(struct req *);
int proposal_own_question_remove_save(struct req *);
int proposal_own_page(struct req *);
int proposal_own_page_save(struct req *);
int proposal_own_preview(struct req *);
int proposal_publish(struct req *);
int proposal_publish_save(struct req *);
int proposal_withdraw(struct req *);
int proposal_withdraw_save(struct req *);
int proposal_responses(struct req *);
int proposal_type_in(struct req *);
int proposal_type_in_save(struct req *);
int proposal_events(struct req *);
int proposal_event_new(struct req *);
int proposal_event_new_save(struct req *);
int proposal_event_view(struct req *);
int proposal_event_edit(struct req *);
int proposal_event_edit_save(struct req *);
int proposal_duplicates(struct req *);
int proposal_duplicates_save(struct req *);
int proposal_responses_csv(struct req *);
int proposal_responses_xlsx(struct req *);
int proposal_response_view(struct req *);
int proposal_response_duplicate(struct req *);
int proposal_response_duplicate_save(struct req *);
int proposal_results(struct req *);
int proposal_results_answers(struct req *);
int proposal_results_csv(struct req *);
int proposal_results_xlsx(struct req *);
int proposal_publish_results(struct req *);
int proposal_publish_results_save(struct req *);
int proposal_code(struct req *);
int proposal_code_next(struct req *);
int proposal_passage(struct req *);
int proposal_passage_save(struct req *);
int proposal_agreement(struct req *);
int proposal_settle(struct req *);
int proposal_settle_save(struct req *);
int proposal_outcomes(struct req *);
int proposal_outcome_new(struct req *);
int proposal_outcome_new_save(struct req *);
int proposal_outcomes_publish(struct req *);
int proposal_outcomes_publish_save(struct req *);
int proposal_outcome_edit(struct req *);
int proposal_outcome_save(struct req *);
int proposal_outcome_move(struct req *);
int proposal_questions(struct req *);
int proposal_question(struct req *);
int proposal_question_save(struct req *);
int proposals_waiting(struct req *);

/* contract_view.c, contract_edit.c and their neighbours */
int contract_help(struct req *);
int contract_view(struct req *);
int contract_new(struct req *);
int contract_new_save(struct req *);
int contract_edit(struct req *);
int contract_edit_save(struct req *);
int contract_values_edit(struct req *);
int contract_values_save(struct req *);
int contract_kpi_new(struct req *);
int contract_kpi_new_save(struct req *);
int contract_kpi_edit(struct req *);
int contract_kpi_edit_save(struct req *);
int contract_kpi_move(struct req *);
int contract_kpi_move_save(struct req *);
int contract_extension_new(struct req *);
int contract_extension_new_save(struct req *);
int contract_extension_move(struct req *);
int contract_extension_move_save(struct req *);
int contract_surveys_edit(struct req *);
int contract_surveys_save(struct req *);
/* monitoring_list.c, monitoring_manage.c, monitoring_trend.c */
int contracts_returns(struct req *);
int contracts_returns_csv(struct req *);
int contract_returns(struct req *);
int contract_returns_csv(struct req *);
int contract_return_view(struct req *);
int contract_return_move(struct req *);
int contract_return_move_save(struct req *);
/* returns.c, return_edit.c */
int returns_list(struct req *);
int returns_csv(struct req *);
int return_view(struct req *);
int return_discard_view(struct req *);
int return_discard(struct req *);
int return_edit(struct req *);
int return_edit_save(struct req *);
int return_check(struct req *);
int return_check_send(struct req *);
int return_sent(struct req *);
int contract_actions_list(struct req *);
int contract_actions_csv(struct req *);
int contract_action_edit(struct req *);
int contract_action_edit_save(struct req *);
int contract_action_move(struct req *);
int contract_action_move_save(struct req *);
int contract_action_new(struct req *);
int contract_action_new_save(struct req *);
int contract_documents_view(struct req *);
int contract_document_new(struct req *);
int contract_document_new_save(struct req *);
int contract_version_new(struct req *);
int contract_version_new_save(struct req *);
int contract_version_view(struct req *);
int our_contracts_view(struct req *);
int our_contract_view(struct req *);
int our_contract_version_view(struct req *);

/* incident_actions.c, incident_action_change.c */
int actions_list(struct req *);
int actions_csv(struct req *);
int actions_mine(struct req *);
int incident_action_new(struct req *);
int incident_action_new_save(struct req *);
int incident_action_edit(struct req *);
int incident_action_edit_save(struct req *);
int incident_action_move(struct req *);
int incident_action_move_save(struct req *);

/* incident_candour.c, incident_letters.c */
int incident_candour_edit(struct req *);
int incident_candour_save(struct req *);
int incident_letter_new(struct req *);
int incident_letter_new_save(struct req *);
int incident_letter_view(struct req *);
int incident_letter_edit(struct req *);
int incident_letter_edit_save(struct req *);
int incident_letter_sent(struct req *);
int incident_letter_sent_save(struct req *);

/* trends.c, trends_csv.c, trends_practices.c */
int incident_trends(struct req *);
int incident_trends_csv(struct req *);
int incident_trends_practices(struct req *);
int incident_trends_practices_csv(struct req *);
int report_trends(struct req *);
int report_trends_csv(struct req *);

/* incident_view.c and its neighbours */
int incident_view(struct req *);
int incident_move_view(struct req *);
int incident_move_save(struct req *);
int incident_help(struct req *);
int incident_assign_view(struct req *);
int incident_assign_save(struct req *);
int incident_edit(struct req *);
int incident_edit_save(struct req *);
int incident_grade_view(struct req *);
int incident_grade_save(struct req *);
int incident_themes(struct req *);
int incident_themes_save(struct req *);
int themes_view(struct req *);
int themes_add(struct req *);
int theme_edit(struct req *);
int theme_edit_save(struct req *);
/* incident_file.c, incident_file_open.c */
int report_files_view(struct req *);
int report_files_save(struct req *);
int incident_files_view(struct req *);
int incident_files_save(struct req *);
int incident_file_view(struct req *);
int incident_file_remove(struct req *);
int incident_file_remove_save(struct req *);
/* investigation.c, investigation_answer.c: whoever is asked */
int investigations_list(struct req *);
int investigations_csv(struct req *);
int investigation_view(struct req *);
int investigation_add(struct req *);
int investigation_add_save(struct req *);
int investigation_files_view(struct req *);
int investigation_files_save(struct req *);
int investigation_answer(struct req *);
int investigation_answer_save(struct req *);
int investigation_check(struct req *);
int investigation_check_send(struct req *);

/* investigation_ask.c, investigation_manage.c: who asks */
int investigation_ask(struct req *);
int investigation_ask_save(struct req *);
int investigation_read(struct req *);
int investigation_due_view(struct req *);
int investigation_due_save(struct req *);
int investigation_withdraw(struct req *);
int investigation_withdraw_save(struct req *);
int investigation_again(struct req *);
int investigation_again_save(struct req *);
int investigation_accept(struct req *);
int investigation_accept_save(struct req *);
int investigation_record(struct req *);
int investigation_record_save(struct req *);

/* results.c, export.c */
int surveys_list(struct req *);
int surveys_csv(struct req *);
int survey_view(struct req *);
int results_view(struct req *);
int results_csv(struct req *);
int results_text(struct req *);
int responses_csv(struct req *);

/* incidents.c, incidents_file.c */
int incidents_list(struct req *);
int incidents_csv(struct req *);
int incidents_xlsx(struct req *);
int incidents_assign(struct req *);
int incidents_assign_save(struct req *);

/* bulletins.c, bulletin_view.c, bulletin_edit.c, bulletin_publish.c, bulletin_readers.c */
int bulletins_list(struct req *);
int bulletins_csv(struct req *);
int bulletin_new(struct req *);
int bulletin_new_save(struct req *);
int bulletin_edit(struct req *);
int bulletin_edit_save(struct req *);
int bulletin_send(struct req *);
int bulletin_approve(struct req *);
int bulletin_approve_save(struct req *);
int bulletin_correct(struct req *);
int bulletin_withdraw(struct req *);
int bulletin_withdraw_save(struct req *);
int bulletin_readers(struct req *);
int bulletin_readers_csv(struct req *);
int bulletin_remind(struct req *);
int bulletin_read_save(struct req *);
int bulletin_view(struct req *);

/* retention.c, retention_hold.c, retention_certificate.c */
int retention_list(struct req *);
int retention_csv(struct req *);
int retention_propose(struct req *);
int retention_propose_save(struct req *);
int certificate_view(struct req *);
int certificate_csv(struct req *);
int certificate_decide(struct req *);
int certificate_decide_save(struct req *);
int retention_hold_view(struct req *);
int retention_hold_save(struct req *);
int retention_lift(struct req *);
int retention_lift_save(struct req *);

/* decision_decide.c, decision_confirm.c */
int decision_decide(struct req *);
int decision_decide_save(struct req *);
int decision_confirm(struct req *);
int decision_confirm_save(struct req *);
/* review_report.c, review_letter.c, review_board.c */
int review_report(struct req *);
int review_report_xlsx(struct req *);
int review_letter(struct req *);
int review_board(struct req *);
int review_board_csv(struct req *);
/* public_register.c: what everybody may read of it */
int public_register_list(struct req *);
int public_register_csv(struct req *);
int public_register_view(struct req *);
int public_register_interests(struct req *);
int public_register_interests_csv(struct req *);

/* incident_national.c */
int incident_national_view(struct req *);
int incident_fhir_file(struct req *);
int report_national_view(struct req *);
int report_fhir_file(struct req *);

/* learning.c, learning_feed.c */
int learning_list(struct req *);
int learning_view(struct req *);
int learning_feed(struct req *);
/* review_declare.c, review_interests.c */
int review_declare(struct req *);
int review_declare_save(struct req *);
int interest_declared(struct req *);
int review_interests(struct req *);
int review_lift(struct req *);
int review_lift_save(struct req *);

/* interests.c, interest_own.c, breaches.c, panel.c */
int interests_list(struct req *);
int interests_csv(struct req *);
int interest_new(struct req *);
int interest_new_save(struct req *);
int breaches_list(struct req *);
int breaches_csv(struct req *);
int breach_new(struct req *);
int breach_new_save(struct req *);
int breach_edit(struct req *);
int breach_edit_save(struct req *);
int interest_end(struct req *);
int interest_end_save(struct req *);
int panel_list(struct req *);
int panel_add(struct req *);
int panel_add_save(struct req *);
int panel_chair(struct req *);
int panel_end(struct req *);
int panel_end_save(struct req *);
/* contracts.c, contracts_file.c, contract_totals.c, contract_aims.c: the register */
int contracts_list(struct req *);
int contracts_csv(struct req *);
int contracts_xlsx(struct req *);
int contracts_totals(struct req *);
int contracts_totals_csv(struct req *);
int contract_aims_view(struct req *);
int contract_aims_add(struct req *);
int contract_aim_edit(struct req *);
int contract_aim_edit_save(struct req *);
/* contract_calendar.c, contract_feed.c */
int contract_calendar_view(struct req *);
int contract_feed_view(struct req *);
int contract_feed_make(struct req *);
int contract_feed_revoke(struct req *);
int contract_feed(struct req *);

/* criteria.c, criteria_list.c, criteria_edit.c, criteria_item.c */
int criteria_list(struct req *);
int criteria_csv(struct req *);
int criteria_new(struct req *);
int criteria_new_save(struct req *);
int criteria_view(struct req *);
int criteria_version_view(struct req *);
int criteria_edit(struct req *);
int criteria_edit_save(struct req *);
int criterion_add(struct req *);
int criterion_add_save(struct req *);
int criteria_publish(struct req *);
int criteria_publish_save(struct req *);
int criteria_next(struct req *);
int criteria_end(struct req *);
int criteria_end_save(struct req *);
int criterion_edit(struct req *);
int criterion_edit_save(struct req *);
int criterion_move(struct req *);
int criterion_remove(struct req *);
int criterion_remove_save(struct req *);

/* saved_view.c */
int saved_views_list(struct req *);
int saved_view_new(struct req *);
int saved_view_new_save(struct req *);
int saved_view_edit(struct req *);
int saved_view_edit_save(struct req *);
int saved_view_delete(struct req *);
int saved_view_delete_save(struct req *);

/* cgi/submission */
int calls_list(struct req *);
int calls_csv(struct req *);
int call_new(struct req *);
int call_new_save(struct req *);
int call_view(struct req *);
int call_preview(struct req *);
int call_edit(struct req *);
int call_edit_save(struct req *);
int call_questions(struct req *);
int call_questions_move(struct req *);
int call_question(struct req *);
int call_question_save(struct req *);
int call_question_remove(struct req *);
int call_question_remove_save(struct req *);
int call_page(struct req *);
int call_page_save(struct req *);
int call_open(struct req *);
int call_open_save(struct req *);
int call_close(struct req *);
int call_close_save(struct req *);
int call_submissions(struct req *);
int call_submissions_csv(struct req *);
int call_submissions_xlsx(struct req *);
int call_submission(struct req *);
int call_reviews(struct req *);
int call_reviews_save(struct req *);
int submissions_list(struct req *);
int submissions_csv(struct req *);
int submission_call(struct req *);
int submission_begin(struct req *);
int submission_view(struct req *);
int submission_page(struct req *);
int submission_page_save(struct req *);
int submission_check(struct req *);
int submission_send(struct req *);
int submission_sent(struct req *);
int submission_discard_view(struct req *);
int submission_discard(struct req *);
int submission_withdraw(struct req *);
int submission_withdraw_save(struct req *);
/* reviews.c, review_open.c, review_view.c, reviewers.c */
int reviews_list(struct req *);
int reviews_csv(struct req *);
int review_open_view(struct req *);
int review_open_save(struct req *);
int review_view(struct req *);
int review_reviewers_view(struct req *);
int review_reviewers_save(struct req *);
int review_reviewer_remove_view(struct req *);
int review_reviewer_remove_save(struct req *);
/* review_moderate.c, review_findings.c, findings.c */
int review_moderate_view(struct req *);
int review_moderate_save(struct req *);
int review_findings_view(struct req *);
int review_findings_save(struct req *);
int findings_list(struct req *);
int findings_csv(struct req *);
int findings_view(struct req *);
int findings_answer(struct req *);
int findings_answer_save(struct req *);
/* review_score.c */
int review_score_view(struct req *);
int review_score_save(struct req *);
int review_cancel_view(struct req *);
int review_cancel_save(struct req *);
/* register_pages.c */
int register_import_new(struct req *);
int register_import_save(struct req *);
int register_import_view(struct req *);
int register_import_store(struct req *);
/* public_proposals.c, public_proposal.c: proposals for everybody */
int public_proposals_list(struct req *);
int public_proposals_feed(struct req *);
int public_proposal(struct req *);
int public_proposal_print(struct req *);
int public_proposal_results(struct req *);
int public_proposal_decided(struct req *);
int public_proposal_text(struct req *);
int public_proposal_file(struct req *);
/* proposal_answer.c, proposal_mine.c: answering one, and coming back to what one said */
int proposal_from_group(struct req *);
int proposal_answer_view(struct req *);
int proposal_answer_save(struct req *);
int proposal_sent(struct req *);
int proposal_mine(struct req *);
int proposal_mine_save(struct req *);
#endif
