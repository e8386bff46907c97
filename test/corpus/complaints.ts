/** What people complained about elsewhere, and harmless lines of ours that would fall to the same mistake. */
export interface Complaint {
  readonly mistake: string;
  readonly lines: readonly string[];
}

const complaint = (mistake: string, text: string): Complaint => ({
  mistake,
  lines: text
    .trim()
    .split('\n')
    .map((line) => line.trim()),
});

export const COMPLAINTS: readonly Complaint[] = [
  complaint(
    'a word across two words',
    `路口交通已恢复，可以正常走了
     路口交通灯坏了，小心慢行
     十字路口交警在指挥
     出口交税要多久
     窗口交费到几点
     人口交流中心在哪
     港口交接手续办好了
     会费一次性交纳
     学杂费一次性交齐
     一次性爱心餐具
     记性交给手机了
     周三下午三点工会开会
     三点工地上见
     九点工程部碰头
     下午三点式样书评审
     全国大学生活动中心
     大学生活好吗
     北大法语系的同学
     大法官讲座周五
     广大法律爱好者
     法轮船闸今天检修
     把门打开关上都行
     他先走私下再聊
     我走私家路线
     这批货贩卖光了才补
     小明和气枪手剪辑合集`,
  ),
  complaint(
    'parts of majors, names of schools and subjects',
    `信息管理与信息系统专业的同学集合
     我是信息管理与信息系统2008级的
     性别研究课开了
     爆破工程是土木学院的方向
     毒理学期末考什么
     枪炮与弹药工程是兵器专业
     核化工与核燃料工程
     麻醉学专业的师兄
     公安情报学了解一下
     保密技术专业分数线
     宗教学专业招生
     法医学实验室参观`,
  ),
  complaint(
    'ordinary words that were on the list',
    `女装在三楼，男装在四楼
     装修队下周进场
     妹妹考上大学了
     他爸爸明天来接
     他爸爸妈妈都来了
     女儿今年上小学
     测试一下群消息
     测试，收到请忽略
     管理学院的老师在吗
     管理员辛苦了
     国家和北京的联系
     安全生产计划表
     没有时间看短信了
     父亲和儿子都在武汉
     电话打不通，网络不好
     经济学第二章
     成人高考报名
     我不敢一个人去`,
  ),
  complaint(
    'names of people and places',
    `陆家容
     陆家容来了吗
     李日新老师好
     张丽红-武汉-法学-2010
     李日新-台湾-土木工程-1998
     毒岛是个日本姓
     马先生，您的快递
     庄嘉诚到了
     赌城拉斯维加斯在内华达
     鸡公山爬山去不去
     黄色风铃木开花了
     操家湾站下车
     草泥塘公园
     日喀则海拔多少
     乌鲁木齐-自治区-化学99级`,
  ),
  complaint(
    'single characters',
    `赌气不吃饭了
     参观省博物馆
     博物馆周一闭馆
     吃药了吗
     婴儿车能上地铁吗
     宝宝吃婴儿米粉
     酱肉包两个
     包子铺几点开
     这毒品味太差的广告词
     毒舌点评而已
     口齿清楚
     税后多少
     一枪命中靶心，体育课
     法棍面包
     自出机杼
     统考成绩
     福字贴倒了`,
  ),
  complaint(
    'Latin letters that sound like words',
    `USB设备无法识别
     他的USB又坏了
     高达Gundam模型到了
     five people are coming
     SBC天线是什么
     NSFC申请截止
     CNC机床操作
          DB2数据库
     BBQ走起
     TMD系统是调谐质量阻尼器
     JB/T标准编号
     class A and class B
     assessment 明天截止`,
  ),
  complaint(
    'signs and digits read as words',
    `1.5小时后到
     3.14是圆周率日
     5-2=3
     （一）（二）（三）
     6x6的教室
     10+1月假
     100/2 + 50
     选 a-b-c-d 哪个
     第4、5、6节
     8.8折是会员价
     §3.2 定理证明
     2024.10.01 10:00`,
  ),
  complaint(
    'talk about being moderated, questions, quoting rules',
    `谁把广告踢了，辛苦
     为什么我的话被删了
     机器人又误判，申诉一下
     群规禁止赌博、色情、广告
     请问发招聘信息算广告吗
     “砍一刀”是什么意思
     举报了一个诈骗的
     这种算命的都是骗人的
     新闻里那个邪教案判了
     转发前请核实来源
     有人冒充我，别信
     昨天的谣言已经辟谣`,
  ),
  complaint(
    'administrators and officials who say what is forbidden',
    `【群规】禁止传播邪教、暴力、赌博内容，违者移出
     反诈提醒：刷单返利都是诈骗
     请各位不要在群里拉票、发砍价链接
     保密工作培训周五下午两点
     消防演练：听到警报请有序撤离
     提醒：勿传内部文件，涉密不上网
     请勿转发未经证实的消息
     反邪教宣传进校园`,
  ),
];
