using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Explanations;
using Dti.Assessment.Statistics;
using Dti.Reports.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Statistics;

namespace Dti.Web.Pages.Public;

/// <summary>
/// A published edition ready for reading. Scores shown are the published ones; explanations come from scoring its own inputs again,
/// which is also how anybody can check it.
/// </summary>
public sealed class OpenEdition
{
    private readonly Lazy<IReadOnlyList<GroupStatistics>> _statistics;

    public OpenEdition(Edition edition, IndicatorSet set, string sha256)
    {
        Edition = edition;
        Set = set;
        Sha256 = sha256;
        View = new(new(edition, set, sha256));
        _statistics = new(() => EditionStatistics.Of(edition, set));
        Columns = Dti.Scoring.Sets.Columns.Of(set).ToDictionary(column => column.Key, StringComparer.Ordinal);
        Nodes = set.AllNodes().ToDictionary(node => node.Code, StringComparer.Ordinal);
    }

    public Edition Edition { get; }
    public IndicatorSet Set { get; }
    public string Sha256 { get; }
    public RankingView View { get; }
    public IReadOnlyDictionary<string, Column> Columns { get; }
    public IReadOnlyDictionary<string, Node> Nodes { get; }
    public int Decimals => Set.Ranking.Decimals;

    /// <summary>How the quarters of a column become its year.</summary>
    public QuarterRule Quarters(string column) => Columns.GetValueOrDefault(column)?.Node.Indicator?.Quarters ?? QuarterRule.Last;

    /// <summary>Why a unit has its score, down to the evidence; null when the edition has no such unit.</summary>
    public UnitExplanation? Explain(string unit) => View.Explanations.Of(unit);

    /// <summary>One a peer group.</summary>
    public IReadOnlyList<GroupStatistics> Statistics => _statistics.Value;
}
