using System.Globalization;
using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>
/// Values that law may change: <c>name: {value, from, until, source, name}</c> or a list of them. The one in force on 31 December of
/// the set's year counts; if none is, the latest that was in force within the year.
/// </summary>
internal sealed class ParameterReader(Scalars scalars, int year)
{
    private static readonly string[] Keys = ["value", "from", "until", "source", "name"];

    public IReadOnlyList<(Parameter Parameter, Place Place)> Read(YamlValue? value)
    {
        if (value is null)
            return [];
        if (value is not YamlMap map)
        {
            scalars.Wrong(value, $"parameters is a mapping of names to {{ value, from, until, source, name }}, not {value.Shape}");
            return [];
        }
        return [.. map.Entries.Select(ReadOne).OfType<(Parameter, Place)>()];
    }

    private (Parameter, Place)? ReadOne(YamlEntry entry)
    {
        if (scalars.Name(entry.Key, "a parameter's name") is not { } name)
            return null;
        var items = entry.Value is YamlList ? scalars.Items(entry.Value, $"parameter '{name}'") : [entry.Value];
        var dated = items.Select(item => (Parameter: ReadDated(item, name), item.Place)).ToList();
        if (dated.Count == 0 || dated.Any(item => item.Parameter is null))
            return null;
        CheckOverlap([.. dated.OrderBy(item => item.Parameter!.From ?? DateOnly.MinValue)], name);
        if (InForce([.. dated.Select(item => item.Parameter!)]) is { } parameter)
            return (parameter, entry.Key.Place);
        scalars.Faults.Add(entry.Key.Place, SetFaultCodes.ParameterNotInForce,
            string.Create(CultureInfo.InvariantCulture, $"no value of '{name}' is in force in {year}; give one whose 'from' and 'until' reach into the year"));
        return null;
    }

    private Parameter? ReadDated(YamlValue value, string name)
    {
        if (Fields.Of(value, scalars.Faults, $"parameter '{name}'", Keys) is not { } fields)
            return null;
        var number = scalars.Number(fields.Required("value"), $"parameter '{name}'");
        var (from, until) = (scalars.Date(fields["from"], "from"), scalars.Date(fields["until"], "until"));
        string? source = scalars.Line(fields["source"], "source");
        var title = scalars.Text(fields["name"], "name");
        if (from > until)
        {
            scalars.Add(fields["until"]!, SetFaultCodes.DatesOrder, $"'{name}' ends before it begins; 'until' is the last day in force");
            return null;
        }
        return number is { } known ? new(name, known, from, until, source) { Title = title } : null;
    }

    private void CheckOverlap(IReadOnlyList<(Parameter? Parameter, Place Place)> byStart, string name)
    {
        for (int i = 1; i < byStart.Count; i++)
        {
            if ((byStart[i - 1].Parameter!.Until ?? DateOnly.MaxValue) >= (byStart[i].Parameter!.From ?? DateOnly.MinValue))
                scalars.Faults.Add(byStart[i].Place, SetFaultCodes.ParameterOverlap,
                    $"two values of '{name}' are in force on one day; end the earlier one ('until') before this one begins ('from')");
        }
    }

    private Parameter? InForce(IReadOnlyList<Parameter> dated)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var found = dated
            .Where(item => (item.From ?? DateOnly.MinValue) <= last && (item.Until ?? DateOnly.MaxValue) >= first)
            .MaxBy(item => item.Until ?? DateOnly.MaxValue);
        return found is null ? null : found with { Before = dated.Where(item => item.Until < found.From).MaxBy(item => item.Until) };
    }
}
