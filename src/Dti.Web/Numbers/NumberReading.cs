namespace Dti.Web.Numbers;

/// <summary>
/// A typed number as understood: a value, nothing typed (both null), or why it is refused. <see cref="Fault"/> is Vietnamese, and
/// shows every reading the text could have or how to write it.
/// </summary>
public readonly record struct NumberReading(double? Value, string? Fault)
{
    public static NumberReading Empty { get; }

    public bool IsEmpty => Value is null && Fault is null;

    internal static NumberReading Of(double value) => new(value, null);

    internal static NumberReading Refuse(string fault) => new(null, fault);
}
