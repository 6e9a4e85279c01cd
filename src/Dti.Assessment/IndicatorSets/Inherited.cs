using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>What a node of a normalised set hands down to the nodes below it.</summary>
internal sealed record Inherited
{
    public static readonly string[] Keys = ["aggregate", "data_threshold", "treat", "impute", "impute_by", "direction", "normalise"];

    public Aggregation Aggregate { get; init; } = Aggregation.Arithmetic;
    public double DataThreshold { get; init; }
    public OutlierTreatment? Treat { get; init; }
    public Imputation Impute { get; init; } = Imputation.None;
    public string? ImputeBy { get; init; }
    public int Direction { get; init; } = 1;
    public Normalisation? Normalise { get; init; }
}

internal sealed class InheritedReader(Scalars scalars, Figures figures)
{
    private readonly NormaliseReader normalise = new(scalars, figures);

    public Inherited Read(Fields fields, Inherited above) => new()
    {
        Aggregate = scalars.Word<Aggregation>(fields["aggregate"], "aggregate") ?? above.Aggregate,
        DataThreshold = figures.Share(fields["data_threshold"], "data_threshold") ?? above.DataThreshold,
        Treat = fields["treat"] is { } treat ? normalise.Treat(treat) : above.Treat,
        Impute = scalars.Word<Imputation>(fields["impute"], "impute") ?? above.Impute,
        ImputeBy = ColumnName(fields["impute_by"], "impute_by") ?? above.ImputeBy,
        Direction = ReadDirection(fields["direction"]) ?? above.Direction,
        Normalise = fields["normalise"] is { } kind ? normalise.Read(kind) : above.Normalise,
    };

    public string? ColumnName(YamlValue? value, string what)
    {
        string? name = scalars.Code(value, what);
        if (name is null || name == "group" || !Reserved.IsColumn(name))
            return name;
        return scalars.Add(value!, SetFaultCodes.ReservedName, $"'{name}' is a column with a meaning of its own; {what} names another");
    }

    private int? ReadDirection(YamlValue? value)
    {
        var number = scalars.Number(value, "direction");
        if (number is null or 1 or -1)
            return (int?)number;
        scalars.Add(value!, SetFaultCodes.DirectionInvalid, "direction is 1 where more is better, -1 where less is");
        return null;
    }
}
