using Dti.Assessment.Editions;
using Dti.Assessment.Statistics;
using Dti.Reports.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Statistics;

namespace Dti.Web.Pages.Public;

/// <summary>
/// A published edition ready for reading. Scores shown are the published ones; traces come from scoring its own inputs again, which is
/// also how anybody can check it.
/// </summary>
public sealed class OpenEdition
{
    private readonly Lazy<SetScores> _scores;
    private readonly Lazy<IReadOnlyList<GroupStatistics>> _statistics;
    private readonly ILookup<(string Unit, string Key), EditionInput> _inputs;

    public OpenEdition(Edition edition, IndicatorSet set, string sha256)
    {
        Edition = edition;
        Set = set;
        Sha256 = sha256;
        View = new(new(edition, set, sha256));
        _scores = new(() => ScoringPlan.Compile(set).Score(YearTable.Build(set, edition.Units, edition.Inputs, (_, cell) => cell.Counted).Table));
        _statistics = new(() => EditionStatistics.Of(edition, set));
        _inputs = edition.Inputs.ToLookup(input => (input.Unit, input.Key));
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
    public SetScores Scores => _scores.Value;

    /// <summary>One a peer group.</summary>
    public IReadOnlyList<GroupStatistics> Statistics => _statistics.Value;

    /// <summary>Row of the unit in the scored table; -1 when the edition has no such unit.</summary>
    public int IndexOf(string unit)
    {
        for (int i = 0; i < Edition.Units.Count; i++)
            if (Edition.Units[i].Code == unit)
                return i;
        return -1;
    }

    /// <summary>The cells behind a column, one a quarter.</summary>
    public IEnumerable<EditionInput> InputsOf(string unit, string key) => _inputs[(unit, key)];
}
