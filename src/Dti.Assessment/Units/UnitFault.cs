namespace Dti.Assessment.Units;

/// <summary>One thing wrong in a unit list, with where it stands and how to mend it.</summary>
public sealed record UnitFault(string File, int Line, string Code, string Message)
{
    public override string ToString() => FormattableString.Invariant($"{File}:{Line} {Code} {Message}");
}

/// <summary>What reading a folder of unit lists gave: the catalogue, or every fault found.</summary>
public sealed record UnitReading(UnitCatalogue? Catalogue, IReadOnlyList<UnitFault> Faults);
