/** The variables of the part that models of children's years include, from birth until they are 20. */
export const upbringing = {
  stocks: {
    preschool: ['preschool_children'],
    school: ['school_ok'],
    schoolRisk: ['school_risk'],
    upper: ['upper_ok'],
    upperRisk: ['upper_risk'],
    young: ['young_neet'],
  },
  flows: {
    births: ['births'],
    startSchool: ['school_start_ok'],
    startSchoolRisk: ['school_start_risk'],
    fallBehind: ['falling_behind'],
    catchUp: ['catching_up'],
    toUpper: ['to_upper_ok'],
    toUpperRisk: ['to_upper_risk'],
    toUpperHelped: ['to_upper_helped'],
    loseTrack: ['us_falling_behind'],
    regainTrack: ['us_catching_up'],
    leaveToWork: ['leave_ok_est'],
    leaveToNothing: ['leave_ok_neet'],
    leaveRiskToWork: ['leave_risk_est'],
    leaveRiskToNothing: ['leave_risk_neet'],
    youngToWork: ['neet_establish'],
    youngToOutside: ['neet_to_excluded'],
  },
};
