using Dti.Scoring.Quarters;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions;

/// <summary>Which layer of a cell takes part. A column of a normalised set has no stated source: what is measured there counts as a metric does.</summary>
public static class LayerChoice
{
    /// <summary>The official choice (contract §2), by the set's <see cref="IndicatorSet.Unverified"/>.</summary>
    public static Func<Column, EditionInput, Layer> Official(IndicatorSet set) => (column, cell) =>
        OfficialValue.Choose(Source(column, cell), cell.Verified is not null, cell.Measured is not null, cell.Self is not null, set.Unverified);

    /// <summary>What a unit is shown of itself before anything is official.</summary>
    public static Layer Provisional(Column column, EditionInput cell) =>
        OfficialValue.Provisional(Source(column, cell), cell.Verified is not null, cell.Measured is not null, cell.Self is not null);

    private static InputSourceKind Source(Column column, EditionInput cell) =>
        column.Input?.From.Kind ?? (cell.Measured is not null ? InputSourceKind.Metric : InputSourceKind.Self);
}
