using Dti.Scoring.Sets;
using Dti.Scoring.Uncertainty;

namespace Dti.Reports.Methods;

/// <summary>A choice of the method as readers know it.</summary>
public static class ChoiceText
{
    public static string Of(IndicatorSet set, SensitivityIndex index) => index.Choice switch
    {
        MethodChoice.Weights when index.Node is { } code => $"{Weight(set)} của nhóm {Named(set, code)}",
        MethodChoice.Weights => $"{Weight(set)} của mọi nhóm và chỉ số",
        MethodChoice.Normalisation => "Cách chuẩn hoá",
        MethodChoice.Aggregation => "Cách tổng hợp",
        MethodChoice.Inputs => "Sai số của số liệu đầu vào",
        _ => "Chỉ số bị bỏ ra",
    };

    private static string Weight(IndicatorSet set) => set.Kind is SetKind.Points ? "Điểm tối đa" : "Trọng số";

    private static string Named(IndicatorSet set, string code) =>
        set.Nodes.FirstOrDefault(node => node.Code == code) is { } node ? $"{code}. {node.Name.Vi}" : code;
}
