using Dti.Assessment.Submissions;

namespace Dti.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class DeadlineTests(Site site)
{
    [Fact]
    public async Task The_unit_sees_its_next_day_and_how_far_it_is()
    {
        string round = await site.Round();
        var officer = await site.SignIn(Role.Officer);
        await officer.Get($"/nhap-lieu/{round}/q2");
        await officer.Post($"/nhap-lieu/{round}/q2", ("v:1.1.opened", "10"), ("v:1.2", "2,5"));

        await officer.Get("/nhap-lieu");

        officer.Page.ShouldContain("Quý II: hạn 17:00 15/07/2025, còn 14 ngày.");
        officer.Page.ShouldContain("Đã nhập 2/3 mục.");
        // Few deadlines have passed, so there is a reason and no number.
        officer.Page.ShouldContain("Chưa đủ quá khứ để nói khả năng nộp chậm");
        officer.Page.ShouldNotContain("Khả năng nộp chậm: <strong>");
    }

    [Fact]
    public async Task Those_who_run_the_round_are_told_when_they_will_see_it_and_others_nothing()
    {
        string round = await site.Round();
        (await (await site.SignIn(Role.Soict)).Get($"/dieu-hanh/{round}")).ShouldContain("Danh sách hiện từ ngày 08/07/2025, 7 ngày trước hạn");
        var committee = await (await site.SignIn(Role.Committee)).Get($"/dieu-hanh/{round}");
        committee.ShouldContain("Phiếu của các đơn vị");
        committee.ShouldNotContain("nguy cơ");
    }
}
