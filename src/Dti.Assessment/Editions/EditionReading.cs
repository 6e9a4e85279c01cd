namespace Dti.Assessment.Editions;

/// <summary>An edition file read: the edition, or the fault that stands in the way. <see cref="Sha256"/> is of the bytes as given.</summary>
public sealed record EditionReading(Edition? Edition, string Sha256, EditionFault? Fault);

/// <summary>
/// What is wrong and where. <see cref="Code"/> is stable; <see cref="Place"/> is a path in the file (<c>inputs[12].key</c>) or a cell
/// (<c>so-tttt 1.1.listed q2</c>), empty for the whole.
/// </summary>
public sealed record EditionFault(string Code, string Place, string Message)
{
    public override string ToString() => Place.Length == 0 ? Message : $"{Place}: {Message}";
}

/// <summary>The frozen inputs cannot become an edition; every reason is named.</summary>
public sealed class EditionException(IReadOnlyList<EditionFault> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<EditionFault> Faults { get; } = faults;
}
