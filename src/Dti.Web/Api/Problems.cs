using System.Collections.Immutable;
using Dti.Assessment.Submissions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dti.Web.Api;

/// <summary>RFC 9457 problem details, each with a stable <c>code</c>. What people read is Vietnamese.</summary>
internal static class Problems
{
    public static ProblemHttpResult Of(int status, string code, string detail, params (string Name, object? Value)[] more)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        foreach (var (name, value) in more)
            extensions[name] = value;
        return TypedResults.Problem(detail, statusCode: status, extensions: extensions);
    }

    public static ProblemHttpResult Unauthorised(bool refused) => refused
        ? Of(401, "token-invalid", "Mã truy cập không đúng, đã bị thu hồi hoặc tài khoản đã khoá; hãy tạo mã mới ở trang tài khoản.")
        : Of(401, "sign-in-required", "Cần mã truy cập: gửi tiêu đề “Authorization: Bearer dti_…”.");

    public static ProblemHttpResult Forbidden() => Of(403, "forbidden", "Tài khoản này không có quyền thực hiện việc này.");

    public static ProblemHttpResult OutsideScope() => Of(403, "outside-scope", "Việc này nằm ngoài đơn vị hoặc phạm vi được giao cho tài khoản.");

    public static ProblemHttpResult NotFound(string code, string detail) => Of(404, code, detail);

    public static ProblemHttpResult Broken(IEnumerable<BrokenRule> rules)
    {
        Fault[] errors = [.. rules.Select(Fault.Of)];
        string detail = errors.Length == 1 ? errors[0].Message : $"Có {errors.Length} lỗi; không có gì được lưu.";
        return Of(422, errors.Length > 0 ? errors[0].Code : "refused", detail, ("errors", errors));
    }

    /// <summary>A refused reply of the round or of a submission, by its outcome.</summary>
    public static ProblemHttpResult Of(Outcome outcome, ImmutableArray<BrokenRule> broken, params (string Name, object? Value)[] more)
    {
        if (outcome == Outcome.Refused)
            return Broken(broken);
        var first = broken.IsDefaultOrEmpty ? null : broken[0];
        return outcome switch
        {
            Outcome.Stale => Of(412, first?.Code ?? "stale", first?.Message ?? "Dữ liệu đã được lưu ở nơi khác; hãy tải lại.", more),
            Outcome.WrongState => Of(409, first?.Code ?? "wrong-state", first?.Message ?? "Trạng thái hiện tại không cho phép việc này.", more),
            Outcome.Forbidden => Of(403, first?.Code ?? "forbidden", first?.Message ?? "Tài khoản này không có quyền thực hiện việc này.", more),
            Outcome.NotFound => Of(404, first?.Code ?? "not-found", first?.Message ?? "Không tìm thấy.", more),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "A done reply is no problem."),
        };
    }

    /// <summary>For answers that the framework gives without a body.</summary>
    public static ProblemHttpResult OfStatus(int status) => status switch
    {
        400 => Of(400, "bad-request", "Yêu cầu không đọc được."),
        401 => Unauthorised(refused: false),
        403 => Forbidden(),
        404 => Of(404, "not-found", "Không có địa chỉ này."),
        405 => Of(405, "method-not-allowed", "Địa chỉ này không nhận phương thức đó; xem tiêu đề Allow."),
        413 => Of(413, "too-large", "Nội dung gửi lên vượt quá dung lượng cho phép."),
        415 => Of(415, "media-type-unsupported", "Kiểu nội dung (Content-Type) không được nhận ở địa chỉ này."),
        _ => Of(status, $"status-{status}", "Yêu cầu không thực hiện được."),
    };
}

/// <summary>One fault: the key it is about (null = the whole), a stable code, and a message that says the mend.</summary>
internal sealed record Fault(string? Key, string Code, string Message)
{
    public static Fault Of(BrokenRule rule) => new(rule.Key, rule.Code, rule.Message);
}
