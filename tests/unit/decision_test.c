/* decision_test.c: when a panel has decided: enough are there, more are for it than against it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "decision.h"

static enum decision_fault fault(int64_t agree, int64_t against, int64_t abstain, int64_t quorum)
{
	const struct decision_tally tally = { agree + against + abstain, agree, against, abstain };

	return decision_fault(&tally, quorum);
}

static void below_the_quorum_nothing_is_decided(void **state)
{
	(void)state;
	assert_int_equal(fault(0, 0, 0, 2), DECISION_BELOW_QUORUM);
	assert_int_equal(fault(2, 0, 0, 3), DECISION_BELOW_QUORUM);
	assert_int_equal(fault(1, 1, 0, 3), DECISION_BELOW_QUORUM); /* before a tie is looked at */
	assert_int_equal(fault(3, 0, 0, 3), DECISION_FINE);
}

static void abstentions_count_for_the_quorum_alone(void **state)
{
	(void)state;
	assert_int_equal(fault(1, 0, 2, 3), DECISION_FINE);
	assert_int_equal(fault(1, 1, 3, 3), DECISION_TIE);
	assert_int_equal(fault(0, 0, 3, 3), DECISION_NO_MAJORITY); /* nobody is for it: no tie */
}

static void more_are_for_it_than_against_it(void **state)
{
	(void)state;
	assert_int_equal(fault(2, 1, 0, 3), DECISION_FINE);
	assert_int_equal(fault(2, 2, 0, 3), DECISION_TIE);
	assert_int_equal(fault(1, 2, 0, 3), DECISION_NO_MAJORITY);
	assert_int_equal(fault(0, 3, 0, 3), DECISION_NO_MAJORITY);
	assert_int_equal(fault(0, 1, 2, 3), DECISION_NO_MAJORITY);
}

static void each_fault_is_a_sentence(void **state)
{
	const struct decision_tally one = { 1, 1, 0, 0 }, two = { 2, 1, 1, 0 },
				    three = { 4, 1, 2, 1 };
	TALLOC_CTX *ctx = talloc_new(NULL);

	(void)state;
	assert_null(decision_fault_text(ctx, DECISION_FINE, &two, 2));
	assert_string_equal(decision_fault_text(ctx, DECISION_BELOW_QUORUM, &one, 3),
		"Below the quorum nothing can be decided: 3 members who can sit must be there, and "
		"1 was");
	assert_non_null(strstr(
		decision_fault_text(ctx, DECISION_BELOW_QUORUM, &two, 3), "there, and 2 were"));
	assert_string_equal(decision_fault_text(ctx, DECISION_TIE, &two, 2),
		"The votes are equal, so nothing is decided: 1 for, 1 against, 0 abstained");
	assert_string_equal(decision_fault_text(ctx, DECISION_NO_MAJORITY, &three, 2),
		"There is no majority for this, so nothing is decided: 1 for, 2 against, 1 "
		"abstained");
	talloc_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(below_the_quorum_nothing_is_decided),
		cmocka_unit_test(abstentions_count_for_the_quorum_alone),
		cmocka_unit_test(more_are_for_it_than_against_it),
		cmocka_unit_test(each_fault_is_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
