using Dti.Reports.Formatting;
using Dti.Scoring.Sets;

namespace Dti.Reports.Methods;

/// <summary>What an operand is called as a figure of the year: its input's Vietnamese name, or its id; another indicator's input also by that indicator's code.</summary>
internal sealed class OperandNames(Indicator own, IndicatorSet? set)
{
    public string this[Operand operand]
    {
        get
        {
            if (own.Inputs.FirstOrDefault(input => input.Id == operand.Input) is { } mine && !IsForeign(operand))
                return QuarterText.YearName(mine.Name?.Vi ?? mine.Id, own.Quarters);
            string name = QuarterText.YearName(Find(operand)?.Name?.Vi ?? operand.Input, Owner(operand)?.Quarters ?? QuarterRule.Last);
            return $"{name} (chỉ số {operand.Indicator})";
        }
    }

    public string Option(Operand operand, string code) =>
        (IsForeign(operand) ? Find(operand) : own.Inputs.FirstOrDefault(input => input.Id == operand.Input))?
            .Options.FirstOrDefault(option => option.Code == code)?.Name.Vi ?? code;

    /// <summary>A value of the operand with its unit: "12 tháng", "80%".</summary>
    public string Figure(Operand operand, double value) =>
        VietnameseFormat.Plain(value) + ((IsForeign(operand) ? Find(operand) : own.Inputs.FirstOrDefault(input => input.Id == operand.Input))?.Unit switch
        {
            null or "" => "",
            "%" => "%",
            var unit => " " + unit,
        });

    private bool IsForeign(Operand operand) => Owner(operand) is { } owner && !ReferenceEquals(owner.Inputs, own.Inputs);

    private Indicator? Owner(Operand operand) =>
        set?.Indicators().FirstOrDefault(node => node.Code == operand.Indicator)?.Indicator;

    private Input? Find(Operand operand) => Owner(operand)?.Inputs.FirstOrDefault(input => input.Id == operand.Input);
}
