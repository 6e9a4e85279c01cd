using System.Text.Json;
using Dti.Assessment.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans.Runtime;
using Orleans.Storage;

namespace Dti.Web.Api;

/// <summary>What went wrong on the way, as problem details without a word about the inside.</summary>
internal static class ProblemHandling
{
    public static void UseApiProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => Of(http, http.Features.Get<IExceptionHandlerFeature>()!.Error).ExecuteAsync(http),
            SuppressDiagnosticsCallback = context => Known(context.Exception) is not null,
            AllowStatusCode404Response = true,
        });
        app.UseStatusCodePages(context => Problems.OfStatus(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
    }

    /// <summary>On pages a request that cannot be read is its status, which the pages then dress.</summary>
    public static void UsePageRefusals(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException fault) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.StatusCode = fault.StatusCode;
        }
    });

    private static ProblemHttpResult Of(HttpContext http, Exception fault)
    {
        var problem = Known(fault) ?? Problems.Of(500, "internal", "Hệ thống gặp lỗi; yêu cầu chưa được thực hiện. Mã tra cứu nằm trong “trace”.", ("trace", http.TraceIdentifier));
        if (problem.StatusCode is 503)
            http.Response.Headers.RetryAfter = "5";
        return problem;
    }

    private static ProblemHttpResult? Known(Exception fault) => fault switch
    {
        BadHttpRequestException bad => Of(bad),
        JsonException json => Malformed(json),
        // A store that reads the body itself meets the server's own refusal of the body.
        StoreFault { InnerException: BadHttpRequestException bad } => Of(bad),
        StoreFault { Code: "disk_full" or "blob_refused" } => Problems.Of(507, "store-full", "Máy chủ hết chỗ lưu trữ; thay đổi này chưa được lưu, số liệu đã lưu vẫn còn."),
        StoreFault => Problems.Of(503, "store-unavailable", "Kho dữ liệu tạm thời không ghi được; hãy thử lại sau ít giây."),
        BlobTooLargeException large => Problems.Of(413, "too-large", $"Tệp lớn hơn {large.MaxBytes / 1024 / 1024} MB cho phép."),
        InconsistentStateException => Problems.Of(409, "concurrent-change", "Có người vừa lưu cùng lúc; hãy tải lại rồi thử lại."),
        TimeoutException => Problems.Of(503, "timeout", "Hệ thống đang quá tải; việc này có thể đã được thực hiện, hãy tải lại để kiểm tra."),
        OrleansMessageRejectionException or SiloUnavailableException => Problems.Of(503, "unavailable", "Một máy chủ vừa ngừng; hãy thử lại sau ít giây."),
        _ => null,
    };

    private static ProblemHttpResult Of(BadHttpRequestException fault) =>
        fault.InnerException is JsonException json ? Malformed(json) : Problems.OfStatus(fault.StatusCode);

    public static ProblemHttpResult Malformed(JsonException fault) => Problems.Of(
        400, "malformed-json", "Nội dung không phải JSON hợp lệ, có tên bị lặp hoặc thành phần không được phép.",
        ("line", fault.LineNumber + 1), ("column", fault.BytePositionInLine + 1), ("path", fault.Path));
}
