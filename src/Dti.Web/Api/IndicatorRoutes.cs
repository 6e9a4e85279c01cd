using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Scoring.Sets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dti.Web.Api;

/// <summary>Reference data: a round's indicator set as it is in force, by the hash the round froze.</summary>
internal static class IndicatorRoutes
{
    public static void MapIndicators(this RouteGroupBuilder api)
    {
        var indicators = api.MapGroup("/indicators").WithTags("Indicators").AllowAnonymous();
        indicators.MapGet("/{year}", Read).WithSummary("The round's indicator set: its nodes in tree order with their inputs.").ProducesProblem(404);
    }

    private static async Task<Results<Ok<SetDocument>, ProblemHttpResult>> Read(string year, IStateReader rows, SetLibrary sets, CancellationToken cancellation)
    {
        if (await rows.ReadAsync<Round>("round", RoundKey.Of(year), cancellation) is not { Value: { SetSha256.Length: > 0 } round })
            return Problems.NotFound("round-unknown", $"Không có vòng đánh giá “{year}”.");
        return TypedResults.Ok(SetDocument.Of((await sets.FindAsync(round.SetSha256, cancellation)).Set, round.SetSha256));
    }
}

internal sealed record SetDocument(string Set, int Year, NameDocument Title, string Kind, string Sha256, IssueDocument? Issued, IReadOnlyList<GroupDocument> Groups, IReadOnlyList<NodeDocument> Nodes)
{
    public static SetDocument Of(IndicatorSet set, string sha256) => new(
        set.Code, set.Year, Name(set.Title), set.Kind.ToString().ToLowerInvariant(), sha256,
        set.Issued is { } issue ? new(issue.Number, issue.Date) : null,
        [.. set.Groups.Select(group => new GroupDocument(group.Code, Name(group.Name)))],
        [.. set.Nodes.SelectMany(node => Below(node, null, 1))]);

    private static IEnumerable<NodeDocument> Below(Node node, string? parent, int depth) =>
        node.Children.SelectMany(child => Below(child, node.Code, depth + 1)).Prepend(NodeDocument.Of(node, parent, depth));

    internal static NameDocument Name(Dti.Scoring.Sets.Text text) => new(text.Vi, text.En);
}

internal sealed record IssueDocument(string Number, DateOnly Date);

internal sealed record GroupDocument(string Code, NameDocument Name);

internal sealed record NodeDocument(
    string Code, string? Parent, int Depth, NameDocument Name, double? Points, bool? Scored, double Weight, IReadOnlyList<string>? Groups, string? Source, IReadOnlyList<InputDocument> Inputs)
{
    public static NodeDocument Of(Node node, string? parent, int depth) => new(
        node.Code, parent, depth, SetDocument.Name(node.Name), node.Indicator?.Points, node.Indicator?.Scored, node.Weight,
        node.Indicator?.Groups, node.Source, [.. node.Indicator?.Inputs.Select(input => InputDocument.Of(node, input)) ?? []]);
}

internal sealed record InputDocument(
    string Key, string Id, string Type, string? Unit, string From, string Evidence, NameDocument? Name, IReadOnlyList<OptionDocument> Options)
{
    public static InputDocument Of(Node node, Input input) => new(
        Columns.Key(node, input), input.Id, Word(input.Type), input.Unit, input.From.ToString(), input.Evidence.ToString().ToLowerInvariant(),
        input.Name is { } name ? SetDocument.Name(name) : null, [.. input.Options.Select(option => new OptionDocument(option.Code, SetDocument.Name(option.Name)))]);

    // As the set's own language writes it.
    private static string Word(InputType type) => type == InputType.YesNo ? "yes_no" : type.ToString().ToLowerInvariant();
}

internal sealed record OptionDocument(string Code, NameDocument Name);
