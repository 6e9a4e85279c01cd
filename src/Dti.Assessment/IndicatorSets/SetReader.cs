using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Reads a whole set in the order its parts need each other: parameters and groups, inputs, then nodes and what names them.</summary>
internal sealed class SetReader
{
    private static readonly string[] Keys =
    [
        "set", "year", "title", "issued", "groups", "ranking", "parameters", "unverified", "not_applicable", "within",
        .. Inherited.Keys, "uncertainty", "maps", "nodes",
    ];

    private readonly Scalars scalars;
    private readonly FaultList faults;

    public SetReader(FaultList faults) => (this.faults, scalars) = (faults, new(faults));

    /// <summary>Where keys of earlier sets stand, once the set is read.</summary>
    public IReadOnlyDictionary<MapPlace, Place> MapPlaces { get; private set; } = new Dictionary<MapPlace, Place>();

    /// <summary>What could be read; complete only when no fault was added.</summary>
    public IndicatorSet? Read(YamlValue root)
    {
        if (Fields.Of(root, faults, "an indicator set", Keys) is not { } fields)
            return null;
        string code = scalars.Code(fields.Required("set"), "set") ?? "";
        int year = scalars.Whole(fields.Required("year"), "year", 1900, 2200, SetFaultCodes.YearOutOfRange) ?? 2000;
        var nodesYaml = fields.Required("nodes");
        var kind = KindOfSet.Of((YamlMap)root, nodesYaml);
        ReportOtherKind(fields, kind);
        var parameters = new ParameterReader(scalars, year).Read(fields["parameters"]);
        var figures = new Figures(scalars,
            parameters.ToDictionary(item => item.Parameter.Name, item => item.Parameter.Value),
            fields["parameters"] is YamlMap declared ? [.. declared.Entries.Select(entry => entry.Name)] : []);
        var groups = ReadGroups(fields["groups"]);
        var index = new InputIndex(nodesYaml, scalars);
        var graph = new IndicatorGraph();
        var top = new InheritedReader(scalars, figures).Read(fields, new());
        var indicators = new IndicatorReader(scalars, figures, index, [.. groups.Select(group => group.Code)], graph);
        var set = new IndicatorSet
        {
            Code = code,
            Year = year,
            Title = scalars.Text(fields["title"], "title") ?? new(code),
            Issued = ReadIssue(fields["issued"]),
            Kind = kind,
            Groups = groups,
            Ranking = ReadRanking(fields["ranking"]),
            Unverified = scalars.Word<Unverified>(fields["unverified"], "unverified") ?? Unverified.Zero,
            NotApplicable = scalars.Word<NotApplicable>(fields["not_applicable"], "not_applicable") ?? NotApplicable.Keep,
            Within = scalars.Word<StatisticsScope>(fields["within"], "within") ?? StatisticsScope.Table,
            Aggregate = top.Aggregate,
            DataThreshold = top.DataThreshold,
            Nodes = new NodeReader(kind, scalars, figures, index, indicators).Read(nodesYaml, "nodes", top),
            Parameters = [.. parameters.Select(item => item.Parameter)],
        };
        graph.Report(faults);
        var columns = new ColumnCheck(faults, index).Check(set, nodesYaml);
        set = set with { Uncertainty = new UncertaintyReader(scalars, columns).Read(fields["uncertainty"]) };
        var maps = new MapReader(scalars, set);
        set = set with { Maps = maps.Read(fields["maps"]) };
        MapPlaces = maps.Places;
        return set;
    }

    private void ReportOtherKind(Fields fields, SetKind kind)
    {
        foreach (string key in KindOfSet.NormalisedSetKeys.Where(key => kind is SetKind.Points && fields[key] is not null))
            faults.Add(fields.PlaceOf(key), SetFaultCodes.MixedKinds, KindOfSet.Mend(key, kind));
    }

    private Issue? ReadIssue(YamlValue? value)
    {
        if (value is null || Fields.Of(value, faults, "issued", ["number", "date"]) is not { } fields)
            return null;
        string? number = scalars.Line(fields.Required("number"), "number");
        var date = scalars.Date(fields.Required("date"), "date");
        return number is null || date is null ? null : new(number, date.Value);
    }

    private List<PeerGroup> ReadGroups(YamlValue? value)
    {
        List<PeerGroup> groups = [];
        foreach (var item in scalars.Items(value, "groups"))
        {
            if (Fields.Of(item, faults, "a group", ["code", "name"]) is not { } fields)
                continue;
            string? code = scalars.Code(fields.Required("code"), "a group's code");
            var name = scalars.Text(fields["name"], "name");
            if (code is null)
                continue;
            if (groups.Exists(group => group.Code == code))
                scalars.Add(fields["code"]!, SetFaultCodes.DuplicateGroup, $"the group '{code}' is already there; every group has its own code");
            else
                groups.Add(new(code, name ?? new(code)));
        }
        return groups;
    }

    private RankingRule ReadRanking(YamlValue? value)
    {
        var unsaid = new RankingRule();
        if (value is null || Fields.Of(value, faults, "ranking", ["ties", "decimals", "round"]) is not { } fields)
            return unsaid;
        return new(
            scalars.Word<Ties>(fields["ties"], "ties") ?? unsaid.Ties,
            scalars.Whole(fields["decimals"], "decimals", 0, 10, SetFaultCodes.DecimalsOutOfRange) ?? unsaid.Decimals,
            scalars.Word<RankRounding>(fields["round"], "round") ?? unsaid.Rounding);
    }
}
