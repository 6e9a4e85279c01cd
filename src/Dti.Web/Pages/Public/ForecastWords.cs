namespace Dti.Web.Pages.Public;

internal static class ForecastWords
{
    public static string Method(string code) => code switch
    {
        "naive" => "Giữ nguyên điểm năm trước",
        "seasonal-naive" => "Giữ nguyên giá trị cùng kỳ năm trước",
        "drift" => "Xu thế bình quân",
        "average" => "Trung bình các phương pháp",
        "linear" or "ridge" or "regression" => "Hồi quy tuyến tính có điều chuẩn",
        "holt" or "damped-holt" => "San bằng mũ có xu thế tắt dần (Holt)",
        "ssa" => "Phân tích phổ suy biến (SSA)",
        "fasttree" => "Cây hồi quy tăng cường",
        _ => code,
    };
}
