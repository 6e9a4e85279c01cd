using Dti.Assessment.IndicatorSets.Yaml;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Numbers of rules, points and normalisations: written out, or the name of a parameter.</summary>
internal sealed class Figures(Scalars scalars, IReadOnlyDictionary<string, double> parameters, IReadOnlyCollection<string> declared)
{
    public double? Number(YamlValue? value, string what)
    {
        if (value is not YamlScalar { Kind: ScalarKind.Text } scalar || !Scalars.NameForm().IsMatch(scalar.Text))
            return scalars.Number(value, what);
        if (parameters.TryGetValue(scalar.Text, out double number))
            return number;
        // A parameter that is declared but faulty was reported where it stands.
        if (!declared.Contains(scalar.Text))
            scalars.Faults.Add(value.Place, SetFaultCodes.UnknownParameter, () => $"{what} is a number or a parameter, and there is no parameter '{scalar.Text}'{Suggestion.For(scalar.Text, declared)}");
        return null;
    }

    public double? Share(YamlValue? value, string what) =>
        Within(value, what, share => share is >= 0 and <= 1, SetFaultCodes.ShareOutOfRange, "from 0 to 1");

    public double? Within(YamlValue? value, string what, Func<double, bool> holds, string code, string range)
    {
        if (Number(value, what) is not { } number)
            return null;
        if (holds(number))
            return number;
        scalars.Add(value!, code, $"{what} is {range}");
        return null;
    }
}
