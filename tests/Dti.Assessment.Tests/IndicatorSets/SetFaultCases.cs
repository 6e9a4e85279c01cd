using Dti.Assessment.IndicatorSets;

namespace Dti.Assessment.Tests.IndicatorSets;

/// <summary>Small sets with one fault each; § stands right before the place that must be named.</summary>
internal static class SetFaultCases
{
    public const char Mark = '§';

    public static readonly (string Code, string Yaml, string Says)[] All =
    [
        // YAML.
        (SetFaultCodes.YamlSyntax, "set: s\nyear: 2025\nnodes: §[1, 2\nx: 3\n", "not closed"),
        (SetFaultCodes.YamlSyntax, "set: s\nnodes:\n§\t- code: a\n", "indent with spaces"),
        (SetFaultCodes.YamlSyntax, "set: s\nyear: 20§: 25: 1\n", "not YAML"),
        (SetFaultCodes.AliasNotAllowed, "set: §&name s\nyear: 2025\n", "write the value out"),
        (SetFaultCodes.AliasNotAllowed, "set: s\nyear: §*name\n", "write the value out"),
        (SetFaultCodes.TagNotAllowed, "set: §!!str s\nyear: 2025\n", "quote a text"),
        (SetFaultCodes.TooDeep, "set: " + new string('[', 63) + "§" + new string('[', 5000), "64 deep"),
        (SetFaultCodes.SeveralDocuments, "set: s\nyear: 2025\n§---\nset: t\n", "one set a file"),
        (SetFaultCodes.EmptyFile, "§# nothing but a remark\n", "no set"),
        (SetFaultCodes.EmptyFile, "§", "no set"),
        (SetFaultCodes.ControlCharacter, "set: s\nyear: 20§\u000025\n", "U+0000"),
        (SetFaultCodes.DuplicateKey, Set("points: 1, §points: 2, rule: { timeliness: {} }"), "line 4"),
        (SetFaultCodes.DuplicateKey, "set: s\nyear: 2025\n§set: t\nnodes: [{ code: a, points: 1, rule: { timeliness: {} } }]", "line 1"),

        // Shape.
        (SetFaultCodes.UnknownKey, Set("§pionts: 1, points: 1, rule: { timeliness: {} }"), "did you mean 'points'?"),
        (SetFaultCodes.UnknownKey, Set("points: 1, rule: { §ratoi: { of: x, to: y } }"), "did you mean 'ratio'?"),
        (SetFaultCodes.UnknownKey, Set("points: 1, inputs: [{ id: x, type: yes_no, §evidense: none }], rule: { yes_no: { of: x } }"), "did you mean 'evidence'?"),
        (SetFaultCodes.UnknownKey, Set("points: 1, rule: { timeliness: { §on-time: 1 } }"), "did you mean 'on_time'?"),
        (SetFaultCodes.UnknownKey, Set("§points: 1, children: [{ code: b, points: 1, rule: { timeliness: {} } }]"), "a node with children"),
        (SetFaultCodes.UnknownKey, Top("§<<: x"), "'<<'"),
        (SetFaultCodes.MissingKey, "§set: s\nnodes: [{ code: a, points: 1, rule: { timeliness: {} } }]", "needs 'year'"),
        (SetFaultCodes.MissingKey, "set: s\nyear: 2025\nnodes: [§{ points: 1, rule: { timeliness: {} } }]", "needs 'code'"),
        (SetFaultCodes.MissingKey, "set: s\nyear: 2025\nnodes: [§{ code: a, points: 1 }]", "needs 'rule'"),
        (SetFaultCodes.MissingKey, "set: s\nyear: 2025\nnodes: [§{ code: a, rule: { timeliness: {} } }]", "needs 'points'"),
        (SetFaultCodes.MissingKey, Set("points: 1, inputs: [§{ id: x, type: choice }], rule: { timeliness: {} }", timely: false), "needs 'options'"),
        (SetFaultCodes.MissingKey, Rule("ratio: §{ of: n }"), "needs 'to'"),
        (SetFaultCodes.MissingKey, Set("points: 1, units: §{}, rule: { timeliness: {} }"), "'only' or 'except'"),
        (SetFaultCodes.MissingKey, Normalised("normalise: { goalposts: §{ low: 1 } }"), "needs 'high'"),
        (SetFaultCodes.WrongShape, "set: s\nyear: 2025\nnodes: §{ code: a }", "nodes is a list"),
        (SetFaultCodes.WrongShape, "set: s\nyear: 2025\nnodes: §[]", "at least one"),
        (SetFaultCodes.WrongShape, "set: s\nyear: 2025\nnodes: [§a]", "a node is a mapping"),
        (SetFaultCodes.WrongShape, "§- set", "an indicator set is a mapping"),
        (SetFaultCodes.WrongShape, Set("points: 1, scored: §yes, rule: { timeliness: {} }"), "true or false"),
        (SetFaultCodes.WrongShape, Set("points: §[1], rule: { timeliness: {} }"), "points is a number"),
        (SetFaultCodes.WrongShape, Rule("§yes_no: { of: y }, relative: { of: n }", braces: true), "exactly one kind"),
        (SetFaultCodes.WrongShape, Rule("steps: { of: n, at: [§[1, 0.5, 2]] }"), "[threshold, share]"),
        (SetFaultCodes.WrongShape, "set: s\nyear: 2025\nnodes: [{ code: §true, points: 1, rule: { timeliness: {} } }]", "a code"),
        (SetFaultCodes.WrongShape, Top("title: §2025"), "put quotes around it"),
        (SetFaultCodes.WrongShape, Top("title:§ "), "nothing"),
        (SetFaultCodes.WrongShape, Top("? §[a]\n: b"), "a key must be a word"),
        (SetFaultCodes.WrongShape, Normalised("normalise: §goalposts"), "needs low and high"),
        (SetFaultCodes.UnknownWord, Top("ranking: { ties: §mni }"), "did you mean 'min'?"),
        (SetFaultCodes.UnknownWord, Set("points: 1, inputs: [{ id: x, type: §cuont }], rule: { timeliness: {} }", timely: false), "did you mean 'count'?"),
        (SetFaultCodes.UnknownWord, Set("points: 1, inputs: [{ id: x, type: §timeliness }], rule: { timeliness: {} }", timely: false), "it is count | number"),
        (SetFaultCodes.UnknownWord, Set("points: 1, inputs: [{ id: x, type: count, evidence: §needed }], rule: { relative: { of: x } }"), "none | optional | required"),
        (SetFaultCodes.UnknownWord, Set("points: 1, inputs: [{ id: x, type: count, from: §\"metric:No Name\" }], rule: { relative: { of: x } }"), "metric:<name>"),
        (SetFaultCodes.UnknownWord, Top("uncertainty: { drop: §two }"), "it is one"),
        (SetFaultCodes.UnknownWord, Normalised("normalise: §min_mac"), "did you mean 'min_max'?"),
        (SetFaultCodes.NotANumber, Set("points: §\"10\", rule: { timeliness: {} }"), "unquoted"),
        (SetFaultCodes.NotANumber, Set("points: §.nan, rule: { timeliness: {} }"), "a number"),
        (SetFaultCodes.NotANumber, Set("points: §-.inf, rule: { timeliness: {} }"), "a number"),
        (SetFaultCodes.NotANumber, Set("points: §1e999, rule: { timeliness: {} }"), "a number"),
        (SetFaultCodes.NotANumber, Set("points: §1.2.3, rule: { timeliness: {} }"), "a number"),
        (SetFaultCodes.NotANumber, Top("ranking: { decimals: §two }"), "a number"),
        (SetFaultCodes.NotWhole, Top("ranking: { decimals: §1.5 }"), "whole"),
        (SetFaultCodes.BadCode, "set: s\nyear: 2025\nnodes: [{ code: §\"a b\", points: 1, rule: { timeliness: {} } }]", "letters, digits"),
        (SetFaultCodes.BadName, Set("points: 1, inputs: [{ id: §a.b, type: yes_no }], rule: { timeliness: {} }", timely: false), "'a.b' is no name"),

        // Names.
        (SetFaultCodes.DuplicateCode, Set("points: 1, rule: { timeliness: {} } }, { code: §a, points: 1, rule: { timeliness: {} }"), "line 4"),
        (SetFaultCodes.DuplicateInput, Set("points: 1, inputs: [{ id: x, type: yes_no }, { id: §x, type: count }], rule: { yes_no: { of: x } }"), "another id"),
        (SetFaultCodes.DuplicateGroup, Top("groups: [{ code: so }, { code: §so }]"), "its own code"),
        (SetFaultCodes.DuplicateOption, Set("points: 1, inputs: [{ id: x, type: choice, options: [a, §a] }], rule: { choice: { of: x, shares: { a: 1 } } }"), "keep one"),
        (SetFaultCodes.DuplicateOperand, Rule("checklist: { of: [y, §y] }"), "counts once"),
        (SetFaultCodes.DuplicateColumn, Set("points: 1, inputs: [{ id: x, type: yes_no }, { id: z, type: yes_no }], rule: { yes_no: { of: x } } }, { code: §a.x, points: 1, inputs: [{ id: v, type: yes_no }], rule: { yes_no: { of: v } }"), "the column 'a.x'"),
        (SetFaultCodes.DuplicateEntry, Set("points: 1, units: { only: [u, §u] }, rule: { timeliness: {} }"), "keep one"),
        (SetFaultCodes.ReservedName, "set: s\nyear: 2025\nnodes: [{ code: §INDEX, points: 1, rule: { timeliness: {} } }]", "another code"),
        (SetFaultCodes.UnknownGroup, Set("points: 1, groups: [§s0], rule: { timeliness: {} }", "groups: [{ code: so }]"), "did you mean 'so'?"),
        (SetFaultCodes.UnknownOperand, Rule("yes_no: { of: §yy }"), "did you mean 'y'?"),
        (SetFaultCodes.UnknownOperand, Rule("relative: { of: §a.nn }"), "did you mean 'a.n'?"),
        (SetFaultCodes.UnknownOperand, Rule("relative: { of: §a }"), "did you mean 'a.n'?"),
        (SetFaultCodes.UnknownOption, Rule("choice: { of: c, shares: { high: 1, low: 0, §hihg: 1 } }"), "did you mean 'high'?"),
        (SetFaultCodes.MissingOption, Rule("choice: { of: c, shares: §{ high: 1 } }"), "'low' has no share"),
        (SetFaultCodes.UnknownColumn, Top("uncertainty: { inputs: { §a.q5: 0.1 } }"), "did you mean 'a.q"),
        (SetFaultCodes.OptionsNotForType, Set("points: 1, inputs: [{ id: x, type: yes_no, §options: [b] }], rule: { yes_no: { of: x } }"), "only a choice"),

        // Numbers and dates.
        (SetFaultCodes.NotADate, Top("issued: { number: x, date: §2025-02-30 }"), "no day of the calendar"),
        (SetFaultCodes.NotADate, Rule("by_date: { of: d, full_until: §15/01/2025, zero_after: 2025-12-31 }"), "year-month-day"),
        (SetFaultCodes.DatesOrder, Rule("by_date: { of: d, full_until: 2025-06-30, zero_after: §2025-06-01 }"), "swap them"),
        (SetFaultCodes.DatesOrder, Parameter("{ value: 1, from: 2025-02-01, until: §2025-01-01 }"), "ends before it begins"),
        (SetFaultCodes.YearOutOfRange, "set: s\nyear: §25\nnodes: [{ code: a, points: 1, rule: { timeliness: {} } }]", "from 1900 to 2200"),
        (SetFaultCodes.DecimalsOutOfRange, Top("ranking: { decimals: §11 }"), "from 0 to 10"),
        (SetFaultCodes.PointsNegative, Set("points: §-1, rule: { timeliness: {} }"), "0 or more"),
        (SetFaultCodes.EffortNotPositive, Set("points: 1, effort: §0, rule: { timeliness: {} }"), "above 0"),
        (SetFaultCodes.UnknownKey, Set("points: 1, §efort: 2, rule: { timeliness: {} }"), "did you mean 'effort'?"),
        (SetFaultCodes.UnknownKey, "set: s\nyear: 2025\nnodes: [{ code: b, §effort: 2, children: [{ code: a, points: 1, rule: { timeliness: {} } }] }]", "no key 'effort'"),
        (SetFaultCodes.WeightNegative, Normalised("normalise: rank, weight: §-1 }, { code: b, normalise: rank, weight: 2"), "0 or more"),
        (SetFaultCodes.WeightsZero, "set: s\nyear: 2025\nnodes: §[{ code: a, normalise: rank, weight: 0 }]", "every weight"),
        (SetFaultCodes.ShareOutOfRange, Rule("steps: { of: n, at: [[1, §1.1]] }"), "from 0 to 1"),
        (SetFaultCodes.ShareOutOfRange, Rule("choice: { of: c, shares: { high: §-0.1, low: 0 } }"), "from 0 to 1"),
        (SetFaultCodes.ShareOutOfRange, Rule("ratio: { of: n, to: n, full_at: §0 }"), "above 0"),
        (SetFaultCodes.ShareOutOfRange, Rule("timeliness: { late: §2 }"), "from 0 to 1"),
        (SetFaultCodes.ShareOutOfRange, "set: s\nyear: 2025\ndata_threshold: §2\nnodes: [{ code: a, normalise: rank }]", "from 0 to 1"),
        (SetFaultCodes.ShareOutOfRange, Top("uncertainty: { weights: §2 }"), "half-width"),
        (SetFaultCodes.SharesOverOne, Rule("sum: §[{ share: 0.6, rule: { yes_no: { of: y } } }, { share: 0.6, rule: { yes_no: { of: y } } }]"), "more than 1"),
        (SetFaultCodes.StepsOrder, Rule("steps: { of: n, at: [[5, 0.5], §[5, 1]] }"), "rise"),
        (SetFaultCodes.ThresholdOutOfRange, Rule("steps: { of: p, at: [[§101, 1]] }"), "0 to 100"),
        (SetFaultCodes.ThresholdOutOfRange, Rule("linear: { of: p, from: 0, to: §120 }"), "0 to 100"),
        (SetFaultCodes.FloorAboveFull, Rule("ratio: { of: n, to: n, full_at: 0.5, floor: §0.6 }"), "at most full_at"),
        (SetFaultCodes.LinearFlat, Rule("linear: { of: n, from: 3, to: §3 }"), "no line"),
        (SetFaultCodes.NeedOutOfRange, Rule("checklist: { of: [y], need: §2 }"), "at most 1"),
        (SetFaultCodes.NeedOutOfRange, Rule("checklist: { of: [y], need: §0 }"), "above 0"),

        // Targets.
        (SetFaultCodes.NotADate, Target("by: §2030-13-31, value: 5, of: open"), "no day of the calendar"),
        (SetFaultCodes.MissingKey, Target("value: 5, of: open").Replace("targets: [{", "targets: [§{", StringComparison.Ordinal), "needs 'by'"),
        (SetFaultCodes.UnknownKey, Target("by: 2030-12-31, value: 5, of: open, §untill: x"), "a target has no key"),
        (SetFaultCodes.UnknownOperand, Target("by: 2030-12-31, value: 5, of: §lsited"), "did you mean 'listed'?"),
        (SetFaultCodes.UnknownOperand, Target("by: 2030-12-31, value: 5, of: { ratio: [§opne, listed] }"), "did you mean 'open'?"),
        (SetFaultCodes.RuleTypeMismatch, Target("by: 2030-12-31, value: 5, of: §plan"), "'plan' is yes_no"),
        (SetFaultCodes.WrongShape, Target("by: 2030-12-31, value: 5, of: { ratio: §[open] }"), "ratio is [of, to]"),
        (SetFaultCodes.WrongShape, Set("points: 1, targets: §[], rule: { timeliness: {} }"), "at least one"),
        (SetFaultCodes.DuplicateOperand, Target("by: 2030-12-31, value: 5, of: { ratio: [open, §open] }"), "name two"),
        (SetFaultCodes.ThresholdOutOfRange, Target("by: 2030-12-31, value: §101, of: { ratio: [open, listed] }"), "0 to 100"),
        (SetFaultCodes.ThresholdOutOfRange, Target("by: 2030-12-31, value: §-1, of: share"), "0 to 100"),
        (SetFaultCodes.ThresholdOutOfRange, Target("by: 2030-12-31, value: §-1, of: open"), "0 or more"),
        (SetFaultCodes.DirectionInvalid, Target("by: 2030-12-31, value: 5, of: open, direction: §0"), "-1 where less is"),
        (SetFaultCodes.TargetUnclear, Target("by: 2030-12-31, value: 5").Replace("[{ by", "[§{ by", StringComparison.Ordinal), "say what is to reach"),
        (SetFaultCodes.TargetUnclear, Set("scored: false, inputs: [{ id: x, type: count }], targets: [{ by: 2030-12-31, value: 5, of: §share, source: s }]"), "an indicator that is scored"),
        (SetFaultCodes.DuplicateTarget, Target("by: 2030-12-31, value: 5, of: open, source: s }, { by: §2030-12-31, value: 6, of: open"), "already has a target"),

        // Parameters.
        (SetFaultCodes.UnknownParameter, Set("points: §tpo, rule: { timeliness: {} } }, { code: b, points: top, rule: { timeliness: {} }", "parameters: { top: { value: 1 } }"), "did you mean 'top'?"),
        (SetFaultCodes.ParameterOverlap, Parameter("[{ value: 1, until: 2025-06-30 }, §{ value: 2, from: 2025-06-30 }]"), "in force on one day"),
        (SetFaultCodes.ParameterNotInForce, Set("points: top, rule: { timeliness: {} }", "parameters: { §top: { value: 1, until: 2024-12-31 } }"), "in force in 2025"),

        // Indicators.
        (SetFaultCodes.RuleTypeMismatch, Rule("yes_no: { of: §n }"), "yes_no needs yes_no, and 'n' is count"),
        (SetFaultCodes.RuleTypeMismatch, Rule("by_date: { of: §n, full_until: 2025-01-01, zero_after: 2025-12-31 }"), "'n' is count"),
        (SetFaultCodes.RuleTypeMismatch, Rule("ratio: { of: §y, to: n }"), "'y' is yes_no"),
        (SetFaultCodes.RuleTypeMismatch, Rule("choice: { of: §y, shares: { a: 1 } }"), "needs choice"),
        (SetFaultCodes.RuleTypeMismatch, Rule("checklist: { of: [y, §d] }"), "'d' is date"),
        (SetFaultCodes.RuleTypeMismatch, Rule("relative: { of: §c }"), "'c' is choice"),
        (SetFaultCodes.QuartersTypeMismatch, Set("points: 1, inputs: [{ id: x, type: date }], quarters: §sum, rule: { by_date: { of: x, full_until: 2025-01-01, zero_after: 2025-02-01 } }"), "cannot be added"),
        (SetFaultCodes.Cycle, Set("points: 1, inputs: [{ id: x, type: count }], rule: { ratio: { of: x, to: b.x } } }, { code: b, points: 1, inputs: [{ id: x, type: count }], rule: { ratio: { of: x, to: §a.x } }"), "a → b → a"),
        (SetFaultCodes.TimelinessInputs, Set("points: 1, §inputs: [{ id: x, type: count }], rule: { timeliness: {} }"), "leave inputs out"),
        (SetFaultCodes.TimelinessQuarters, Set("points: 1, §quarters: sum, rule: { timeliness: {} }"), "leave quarters out"),
        (SetFaultCodes.UnitsBoth, Set("points: 1, units: { only: [u], §except: [v] }, rule: { timeliness: {} }"), "not both"),
        (SetFaultCodes.MixedKinds, Set("points: 1, rule: { timeliness: {} } }, { code: b, points: 1, rule: { timeliness: {} }, §normalise: rank"), "one set is of one kind"),
        (SetFaultCodes.MixedKinds, Normalised("normalise: rank, §scored: false"), "this set normalises"),
        (SetFaultCodes.MixedKinds, Top("§within: group"), "this set gives points"),
        (SetFaultCodes.LeafIncomplete, Set("points: 1, rule: { timeliness: {} } }, §{ code: b"), "needs points and a rule"),

        // Normalisation.
        (SetFaultCodes.MissingNormalise, Normalised("normalise: rank } , §{ code: b"), "give it normalise"),
        (SetFaultCodes.ScaleOrder, Normalised("normalise: { min_max: { lower: 5, §upper: 5 } }"), "greater than lower"),
        (SetFaultCodes.GoalpostsOrder, Normalised("normalise: { goalposts: { low: 9, §high: 3 } }"), "direction: -1"),
        (SetFaultCodes.SdNotPositive, Normalised("normalise: { zscore: { §sd: 0 } }"), "greater than 0"),
        (SetFaultCodes.DirectionInvalid, Normalised("normalise: rank, direction: §2"), "1 where more is better"),
        (SetFaultCodes.DenominatorSelf, Normalised("normalise: rank, denominator: §a"), "always 1"),
        (SetFaultCodes.TransformDomain, Normalised("normalise: { goalposts: { low: 0, high: 3 } }, transform: §ln"), "not above 0"),
        // Maps.
        (SetFaultCodes.UnknownMapTarget, Map("codes: { a: §aa }"), "did you mean 'a'?"),
        (SetFaultCodes.UnknownMapTarget, Map("codes: { x: §a.nn }"), "did you mean 'a.n'?"),
        (SetFaultCodes.UnknownMapTarget, Map("codes: { a: a }, options: { §a.n: { x: low } }"), "is no choice"),
        (SetFaultCodes.UnknownMapTarget, Map("codes: { a: a }, options: { §a.d: { x: low } }"), "did you mean 'a.c'?"),
        (SetFaultCodes.DuplicateMapTarget, Map("codes: { a: a, b: §a }"), "already comes from 'a'"),
        (SetFaultCodes.UnknownOption, Map("codes: { a: a }, options: { a.c: { x: §lwo } }"), "did you mean 'low'?"),
        (SetFaultCodes.MapNotEarlier, Map("codes: { a: a }", year: "§2025"), "earlier year"),
        (SetFaultCodes.YearOutOfRange, Map("codes: { a: a }", year: "§24"), "from 1900 to 2200"),
        (SetFaultCodes.DuplicateEntry, Map("codes: { a: a }, unmapped: [§a]"), "keep it in one place"),
        (SetFaultCodes.DuplicateEntry, Map("codes: { a: a } }, §{ set: s, year: 2024, codes: { b: a }"), "already a map"),
        (SetFaultCodes.MissingKey, "set: s\nyear: 2025\nmaps: [§{ set: s, year: 2024 }]\nnodes: [{ code: a, points: 1, rule: { timeliness: {} } }]", "needs 'codes'"),
        (SetFaultCodes.UnknownKey, Map("§code: { a: a }, codes: { a: a }"), "did you mean 'codes'?"),
        (SetFaultCodes.WrongShape, Map("codes: §[a]"), "a mapping of old codes"),
        (SetFaultCodes.WrongShape, Map("codes: §{}"), "codes is empty"),
        (SetFaultCodes.BadCode, Map("codes: { §\"a b\": a }"), "letters, digits"),

        (SetFaultCodes.TreatOutOfRange, Normalised("normalise: rank, treat: { winsorise: { skew: §0 } }"), "above 0"),
    ];

    /// <summary>One leaf "a" on line 4, or what continues the list after it.</summary>
    private static string Set(string leaf, string line3 = "title: t", bool timely = true) =>
        $"set: s\nyear: 2025\n{line3}\nnodes: [{{ code: a, {(timely ? leaf : leaf.Replace("rule: { timeliness: {} }", "rule: { sum: [{ share: 1, rule: { timeliness: {} } }] }", StringComparison.Ordinal))} }}]\n";

    private static string Top(string line) => Set("points: 1, rule: { timeliness: {} }", line);

    private static string Target(string target) => Set(
        "points: 1, inputs: [{ id: open, type: count }, { id: listed, type: count }, { id: plan, type: yes_no }], targets: [{ "
        + target + ", source: s }], rule: { ratio: { of: open, to: listed } }");

    private static string Parameter(string value) => Set("points: top, rule: { timeliness: {} }", $"parameters: {{ top: {value} }}");

    private static string Normalised(string leaf) => $"set: s\nyear: 2025\nnodes: [{{ code: a, {leaf} }}]\n";

    private static string Map(string entries, string year = "2024") => Rule("yes_no: { of: y }").Replace("nodes:", $"maps: [{{ set: s, year: {year}, {entries} }}]\nnodes:", StringComparison.Ordinal);

    private static string Rule(string rule, bool braces = false) =>
        "set: s\nyear: 2025\nnodes:\n  - code: a\n    points: 1\n    inputs:\n      - { id: n, type: count }\n      - { id: p, type: percent }\n      - { id: y, type: yes_no }\n"
        + "      - { id: d, type: date }\n      - { id: c, type: choice, options: [low, high] }\n    rule: "
        + (braces ? $"§{{ {rule.Replace("§", "", StringComparison.Ordinal)} }}" : $"{{ {rule} }}") + "\n";
}
