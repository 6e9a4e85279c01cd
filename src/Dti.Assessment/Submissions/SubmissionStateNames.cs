namespace Dti.Assessment.Submissions;

/// <summary>What people read for a state, in messages and on pages alike.</summary>
public static class SubmissionStateNames
{
    public static string InVietnamese(this SubmissionState state) => state switch
    {
        SubmissionState.Draft => "Bản nháp",
        SubmissionState.Submitted => "Đã trình",
        SubmissionState.Verifying => "Đang thẩm định",
        SubmissionState.Returned => "Bị trả lại",
        SubmissionState.Accepted => "Đã chấp nhận",
        _ => "Đã công bố",
    };
}
