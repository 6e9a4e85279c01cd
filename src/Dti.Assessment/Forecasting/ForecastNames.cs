namespace Dti.Assessment.Forecasting;

/// <summary>What a method is called in Vietnamese, in the reasons that editions keep and on pages alike.</summary>
public static class ForecastNames
{
    /// <summary>As it reads in the middle of a sentence; the code itself where this version does not know the method.</summary>
    public static string Vi(string method) => method switch
    {
        "naive" => "giữ nguyên điểm năm trước (naive)",
        "seasonal-naive" => "giữ nguyên theo quý cùng kỳ (seasonal naive)",
        "drift" => "xu thế bình quân (drift)",
        "holt" => "san bằng mũ có xu thế tắt dần (Holt)",
        "linear" => "hồi quy tuyến tính chung cho mọi đơn vị",
        "fasttree" => "cây hồi quy tăng cường",
        "ssa" => "phân tích phổ suy biến (SSA)",
        "average" => "trung bình của giữ nguyên, Holt và hồi quy",
        _ => method,
    };

    /// <summary>As it stands alone in a cell.</summary>
    public static string Alone(string method) => Vi(method) is { Length: > 0 } name ? char.ToUpperInvariant(name[0]) + name[1..] : method;
}
