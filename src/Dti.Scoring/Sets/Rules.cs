namespace Dti.Scoring.Sets;

/// <summary>An input of this or another indicator; <see cref="Input"/> is its id, <see cref="Indicator"/> the code that owns it.</summary>
public readonly record struct Operand(string Indicator, string Input);

/// <summary>How inputs become a share of the points, in [0, 1].</summary>
public abstract record Rule;

public sealed record YesNoRule(Operand Of) : Rule;

public sealed record ChoiceRule(Operand Of, IReadOnlyDictionary<string, double> Shares) : Rule;

/// <summary>r = of/to; r ≥ full_at gives 1, r &lt; floor gives 0, else min(r, 1); to = 0 is empty.</summary>
public sealed record RatioRule(Operand Of, Operand To, double FullAt = 1, double Floor = 0, WhenEmpty WhenEmpty = WhenEmpty.Zero) : Rule;

public enum WhenEmpty { Zero, Full, Exclude }

/// <summary>The highest threshold reached gives its share; 0 below the first.</summary>
public sealed record StepsRule(Operand Of, IReadOnlyList<Step> At) : Rule;

public sealed record Step(double Threshold, double Share);

/// <summary>Clamped straight line; from &gt; to means less is better.</summary>
public sealed record LinearRule(Operand Of, double From, double To) : Rule;

/// <summary>min(1, yes answers / need).</summary>
public sealed record ChecklistRule(IReadOnlyList<Operand> Of, double Need) : Rule;

/// <summary>Mean over the year's quarters that the unit lived through of what each quarter's report earned.</summary>
public sealed record TimelinessRule(double OnTime, double Late, double None) : Rule
{
    /// <summary>Ids of the four columns a timeliness indicator has in place of inputs.</summary>
    public static IReadOnlyList<string> Quarters { get; } = ["q1", "q2", "q3", "q4"];
}

/// <summary>1 until <see cref="FullUntil"/>, 0 after <see cref="ZeroAfter"/>, linear in days between.</summary>
public sealed record ByDateRule(Operand Of, DateOnly FullUntil, DateOnly ZeroAfter) : Rule;

/// <summary>Share of the best value in the peer group; a best of 0 is empty.</summary>
public sealed record RelativeRule(Operand Of, WhenEmpty WhenEmpty = WhenEmpty.Zero) : Rule;

/// <summary>
/// Weighted sum. An excluded part leaves and the shares of those that stay are scaled up to the same total; all excluded =
/// excluded. <see cref="AllRule"/>, <see cref="AnyRule"/> and <see cref="TimesRule"/> pass over excluded rules.
/// </summary>
public sealed record SumRule(IReadOnlyList<Part> Parts) : Rule;

public sealed record Part(double Share, Rule Rule);

/// <summary>The smallest of its rules.</summary>
public sealed record AllRule(IReadOnlyList<Rule> Rules) : Rule;

/// <summary>The largest of its rules.</summary>
public sealed record AnyRule(IReadOnlyList<Rule> Rules) : Rule;

/// <summary>The product of its rules.</summary>
public sealed record TimesRule(IReadOnlyList<Rule> Rules) : Rule;
