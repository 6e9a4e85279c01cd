using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Reads a leaf of a normalised set.</summary>
internal sealed class NormalisedLeafReader(Scalars scalars, InheritedReader inherited)
{
    public static readonly string[] Keys = ["denominator", "transform"];

    public NormalisedLeaf? Read(Fields fields, string? code, Inherited own)
    {
        string? denominator = inherited.ColumnName(fields["denominator"], "denominator");
        if (denominator is not null && denominator == code)
            scalars.Add(fields["denominator"]!, SetFaultCodes.DenominatorSelf, $"'{code}' divided by itself is always 1; name the column that divides it");
        if (denominator is "group")
            scalars.Add(fields["denominator"]!, SetFaultCodes.ReservedName, "'group' holds words; denominator names a column of numbers");
        var transform = scalars.Word<Transform>(fields["transform"], "transform") ?? Transform.None;
        if (own.Normalise is not { } normalise)
        {
            if (fields["normalise"] is null)
                scalars.Faults.Add(fields.Place, SetFaultCodes.MissingNormalise, "a leaf of a normalised set says how: give it normalise, or a node above it; normalise: none keeps values as they are");
            return null;
        }
        CheckDomain(fields, normalise, transform);
        return new()
        {
            Direction = own.Direction,
            Denominator = denominator,
            Impute = own.Impute,
            ImputeBy = own.ImputeBy == "group" ? null : own.ImputeBy,
            Treat = own.Treat,
            Transform = transform,
            Normalise = normalise,
        };
    }

    /// <summary>low, high and target are transformed with the values, so they must have a logarithm or a root.</summary>
    private void CheckDomain(Fields fields, Normalisation normalise, Transform transform)
    {
        double? least = normalise.Kind switch
        {
            NormaliseKind.Goalposts => normalise.Low,
            NormaliseKind.DistanceToTarget => normalise.Target,
            _ => null,
        };
        if (transform is Transform.Ln or Transform.Log10 && least <= 0 || transform is Transform.Sqrt && least < 0)
            scalars.Add(fields["transform"]!, SetFaultCodes.TransformDomain,
                $"low, high and target are transformed too, and one of them is {(transform is Transform.Sqrt ? "below 0" : "not above 0")}; give them in the input's own units");
    }
}
