namespace Dti.Scoring.Sets;

/// <summary>
/// A strategy's target on an indicator: a value to be reached by a day. It is followed and forecast beside the score and never enters it.
/// </summary>
public sealed record Target
{
    /// <summary>The last day.</summary>
    public required DateOnly By { get; init; }
    /// <summary>In the unit of what is measured: per cent for ratios and shares of points.</summary>
    public required double Value { get; init; }
    public required TargetMeasure Of { get; init; }
    /// <summary>1: at least <see cref="Value"/> is to be reached. -1: at most.</summary>
    public int Direction { get; init; } = 1;
    /// <summary>The law or strategy that sets it; a sample set's own says so.</summary>
    public required string Source { get; init; }
    public Text? Name { get; init; }

    /// <summary>Half a billionth is forgiven, so that a ratio of counts that makes 100 % in words makes it in numbers.</summary>
    public bool IsReachedBy(double value) => Missing(value) <= 0;

    /// <summary>What is still missing, in the target's unit; 0 when it is reached.</summary>
    public double Missing(double value) => (Value - value) * Direction is var gap && gap > 5e-10 * Math.Max(1, Math.Abs(Value)) ? gap : 0;
}

/// <summary>What a target is measured on.</summary>
public abstract record TargetMeasure
{
    /// <summary>As written in the set: <c>listed</c>, <c>connected/needed</c>, <c>share</c>.</summary>
    public abstract string Key { get; }
    /// <summary>The inputs it reads.</summary>
    public abstract IReadOnlyList<Operand> Operands { get; }
    /// <summary>Values lie in [0, 100].</summary>
    public abstract bool IsPercent { get; }
}

/// <summary>The value of one input.</summary>
public sealed record InputMeasure(Operand Of, InputType Type) : TargetMeasure
{
    public override string Key => Of.Input;
    public override IReadOnlyList<Operand> Operands => [Of];
    public override bool IsPercent => Type is InputType.Percent;
}

/// <summary>100 × of / to, at most 100; none where <c>to</c> is 0.</summary>
public sealed record RatioMeasure(Operand Of, Operand To) : TargetMeasure
{
    public override string Key => $"{Of.Input}/{To.Input}";
    public override IReadOnlyList<Operand> Operands => [Of, To];
    public override bool IsPercent => true;
}

/// <summary>The share of its points the indicator earns, in per cent; of the whole year.</summary>
public sealed record ShareMeasure : TargetMeasure
{
    public const string Word = "share";
    public override string Key => Word;
    public override IReadOnlyList<Operand> Operands => [];
    public override bool IsPercent => true;
}
