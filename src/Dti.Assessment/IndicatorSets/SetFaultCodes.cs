namespace Dti.Assessment.IndicatorSets;

/// <summary>Stable codes of every fault a set's file can have. Those of shape are what <c>indicators/schema.json</c> sees too.</summary>
public static class SetFaultCodes
{
    // The file.
    public const string MissingFile = "missing-file";
    public const string NotAFile = "not-a-file";
    public const string Unreadable = "unreadable";
    public const string TooLarge = "too-large";
    public const string InvalidUtf8 = "invalid-utf8";
    public const string ControlCharacter = "control-character";
    public const string EmptyFile = "empty-file";

    // YAML.
    public const string YamlSyntax = "yaml-syntax";
    public const string AliasNotAllowed = "alias-not-allowed";
    public const string TagNotAllowed = "tag-not-allowed";
    public const string TooDeep = "too-deep";
    public const string SeveralDocuments = "several-documents";
    public const string DuplicateKey = "duplicate-key";

    // Shape.
    public const string UnknownKey = "unknown-key";
    public const string MissingKey = "missing-key";
    public const string WrongShape = "wrong-shape";
    public const string UnknownWord = "unknown-word";
    public const string NotANumber = "not-a-number";
    public const string NotWhole = "not-whole";
    public const string BadCode = "bad-code";
    public const string BadName = "bad-name";

    // Meaning: names.
    public const string DuplicateCode = "duplicate-code";
    public const string DuplicateInput = "duplicate-input";
    public const string DuplicateGroup = "duplicate-group";
    public const string DuplicateOption = "duplicate-option";
    public const string DuplicateOperand = "duplicate-operand";
    public const string DuplicateColumn = "duplicate-column";
    public const string DuplicateEntry = "duplicate-entry";
    public const string ReservedName = "reserved-name";
    public const string UnknownGroup = "unknown-group";
    public const string UnknownOperand = "unknown-operand";
    public const string UnknownOption = "unknown-option";
    public const string MissingOption = "missing-option";
    public const string UnknownColumn = "unknown-column";
    public const string OptionsNotForType = "options-not-for-type";

    // Meaning: numbers and dates.
    public const string NotADate = "not-a-date";
    public const string DatesOrder = "dates-order";
    public const string YearOutOfRange = "year-out-of-range";
    public const string DecimalsOutOfRange = "decimals-out-of-range";
    public const string PointsNegative = "points-negative";
    public const string EffortNotPositive = "effort-not-positive";
    public const string WeightNegative = "weight-negative";
    public const string WeightsZero = "weights-zero";
    public const string ShareOutOfRange = "share-out-of-range";
    public const string SharesOverOne = "shares-over-one";
    public const string StepsOrder = "steps-order";
    public const string ThresholdOutOfRange = "threshold-out-of-range";
    public const string FloorAboveFull = "floor-above-full";
    public const string LinearFlat = "linear-flat";
    public const string NeedOutOfRange = "need-out-of-range";

    // Meaning: targets.
    public const string TargetUnclear = "target-unclear";
    public const string DuplicateTarget = "duplicate-target";

    // Meaning: parameters.
    public const string UnknownParameter = "unknown-parameter";
    public const string ParameterOverlap = "parameter-overlap";
    public const string ParameterNotInForce = "parameter-not-in-force";

    // Meaning: indicators.
    public const string RuleTypeMismatch = "rule-type-mismatch";
    public const string QuartersTypeMismatch = "quarters-type-mismatch";
    public const string Cycle = "cycle";
    public const string TimelinessInputs = "timeliness-inputs";
    public const string TimelinessQuarters = "timeliness-quarters";
    public const string UnitsBoth = "units-both";
    public const string MixedKinds = "mixed-kinds";
    public const string LeafIncomplete = "leaf-incomplete";

    // Meaning: normalisation.
    public const string MissingNormalise = "missing-normalise";
    public const string ScaleOrder = "scale-order";
    public const string GoalpostsOrder = "goalposts-order";
    public const string SdNotPositive = "sd-not-positive";
    public const string DirectionInvalid = "direction-invalid";
    public const string DenominatorSelf = "denominator-self";
    public const string TransformDomain = "transform-domain";
    public const string TreatOutOfRange = "treat-out-of-range";

    // Meaning: maps from earlier sets; the last two show only beside the earlier set.
    public const string UnknownMapTarget = "unknown-map-target";
    public const string DuplicateMapTarget = "duplicate-map-target";
    public const string MapNotEarlier = "map-not-earlier";
    public const string UnknownMapSource = Dti.Scoring.Comparisons.InputMapping.UnknownSource;
    public const string MapTypeMismatch = Dti.Scoring.Comparisons.InputMapping.Mismatch;

    /// <summary>Last line when there are more faults than are worth listing.</summary>
    public const string TooManyFaults = "too-many-faults";

    /// <summary>Faults that depend on one place of the document alone, so that a JSON Schema finds each of them.</summary>
    public static IReadOnlySet<string> Shape { get; } =
        new HashSet<string> { UnknownKey, MissingKey, WrongShape, UnknownWord, NotANumber, NotWhole, BadCode, BadName };
}
